//! Opening hours, exceptions, holidays and zones turned into open states, spans and plain words.
