//! How much this process may take, set before it does anything.

use rlimit::Resource;

/// Memory of its own, drivers' included. A picture of ours takes half of it.
const MEMORY: u64 = 512 << 20;
/// Time of the processor.
const SECONDS: u64 = 30;

pub fn set() -> Result<(), String> {
    for (resource, most) in [(Resource::DATA, MEMORY), (Resource::CPU, SECONDS), (Resource::CORE, 0)] {
        let set = resource.set(most, most);
        set.map_err(|error| format!("limits cannot be set: {error}"))?;
    }
    Ok(())
}
