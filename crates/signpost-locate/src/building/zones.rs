//! Zones by name.

use std::collections::HashMap;

use signpost_hours::{Zone, ZoneError};

/// Zones by name, each read from the database once.
#[derive(Default)]
pub(super) struct Zones<'d> {
    pub list: Vec<Zone>,
    names: HashMap<&'d str, u16>,
}

impl<'d> Zones<'d> {
    pub(super) fn named(&mut self, name: &'d str) -> Result<u16, ZoneError> {
        if let Some(&known) = self.names.get(name) {
            return Ok(known);
        }
        let zone = Zone::named(name)?;
        // The zone database has some 600 names.
        let ix = u16::try_from(self.list.len()).unwrap_or(u16::MAX);
        self.list.push(zone);
        self.names.insert(name, ix);
        Ok(ix)
    }

    pub(super) fn get(&self, ix: u16) -> &Zone {
        self.list
            .get(usize::from(ix))
            .expect("a zone that was named")
    }
}
