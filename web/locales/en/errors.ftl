# When something did not work.
error-not-found = This page is not here
error-not-found-more = The address may have changed. This is where you can go now:
error-too-much = Please wait a little
error-too-much-more = Much was asked from your connection just now. Other pages work. Try this one again in a minute.
error-ours = Something went wrong on our side
error-ours-more = Please try again. These places and phone lines still hold:
error-refused = That did not work
error-refused-more = The address was not understood. This is where you can go now:
