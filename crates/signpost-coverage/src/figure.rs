//! Numbers as far as they mean anything.

/// A number cut to two significant digits, half away from zero: 1 234 is 1 200, 0.0567 is 0.057.
///
/// # Examples
/// ```
/// use signpost_coverage::two_digits;
/// assert_eq!(two_digits(1234.0), 1200.0);
/// assert_eq!(two_digits(0.0567), 0.057);
/// assert_eq!(two_digits(99.6), 100.0);
/// assert_eq!(two_digits(0.0), 0.0);
/// ```
#[must_use]
pub fn two_digits(number: f64) -> f64 {
    if number == 0.0 || !number.is_finite() {
        return 0.0;
    }
    // Through decimal digits, so that 0.057 is 0.057 and not 0.0570…01.
    format!("{number:.1e}").parse().unwrap_or(number)
}

/// A number cut to two significant digits that stays on its side of a bound: 403 beside 400 is 410, and not the 400 it is more than.
///
/// # Examples
/// ```
/// use signpost_coverage::two_digits_beside;
/// assert_eq!(two_digits_beside(403.0, 400.0), 410.0);
/// assert_eq!(two_digits_beside(400.0, 400.0), 400.0);
/// assert_eq!(two_digits_beside(398.0, 399.0), 390.0);
/// assert_eq!(two_digits_beside(612.0, 400.0), 610.0);
/// ```
#[must_use]
pub fn two_digits_beside(number: f64, bound: f64) -> f64 {
    let rounded = two_digits(number);
    if (rounded <= bound) == (number <= bound) || number <= 0.0 {
        return rounded;
    }
    let step = 10_f64.powf(number.log10().floor() - 1.0);
    let cut = (number / step).floor() * step;
    two_digits(if number <= bound { cut } else { cut + step })
}

/// A share as whole percents. Only nothing is 0 and only all is 100: what is close to either stays apart from it.
///
/// # Examples
/// ```
/// use signpost_coverage::percent;
/// assert_eq!(percent(0.254), 25);
/// assert_eq!((percent(0.0), percent(0.001)), (0, 1));
/// assert_eq!((percent(0.999), percent(1.0)), (99, 100));
/// ```
#[must_use]
pub fn percent(share: f64) -> u8 {
    const NOTHING: f64 = 1e-9;
    if share <= NOTHING {
        return 0;
    }
    if share >= 1.0 - NOTHING {
        return 100;
    }
    let rounded = (share * 100.0).round().clamp(1.0, 99.0);
    // Between 1 and 99.
    #[expect(clippy::cast_possible_truncation, clippy::cast_sign_loss)]
    let rounded = rounded as u8;
    rounded
}
