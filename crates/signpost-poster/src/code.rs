//! The code for a phone's camera.

use qrcode::{Color, EcLevel, QrCode};

use crate::PosterFault;

/// White around a code, in modules.
pub(crate) const QUIET: usize = 4;

/// Dark and light modules, row by row.
pub(crate) struct Code {
    /// Modules on a side, without the white around.
    pub side: usize,
    dark: Vec<bool>,
}

impl Code {
    /// Level Q: a quarter of it may be lost. Capitals take five and a half bits each, small letters eight.
    pub fn of(link: &str) -> Result<Self, PosterFault> {
        let code = QrCode::with_error_correction_level(link, EcLevel::Q);
        let code = code.map_err(|_too_long| PosterFault::AddressTooLong)?;
        let side = code.width();
        let dark = code.into_colors().into_iter();
        Ok(Self {
            side,
            dark: dark.map(|color| color == Color::Dark).collect(),
        })
    }

    /// Modules on a side, with the white around.
    pub const fn whole(&self) -> usize {
        self.side + 2 * QUIET
    }

    /// Runs of dark modules: column, row, how many.
    pub fn runs(&self) -> Vec<(usize, usize, usize)> {
        let mut runs: Vec<(usize, usize, usize)> = Vec::new();
        for (row, modules) in self.dark.chunks(self.side).enumerate() {
            for (column, _) in modules.iter().enumerate().filter(|(_, dark)| **dark) {
                match runs.last_mut() {
                    Some((from, at, many)) if *at == row && *from + *many == column => *many += 1,
                    _ => runs.push((column, row, 1)),
                }
            }
        }
        runs
    }
}
