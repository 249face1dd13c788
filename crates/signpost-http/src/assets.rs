//! Styles, scripts and icons, built into the binary.
