//! Processor time of this process, as the kernel counts it.

/// User and system seconds of this process so far (Linux `/proc/self/schedstat` is per thread, so `stat` it is: 10 ms steps).
pub fn seconds() -> f64 {
    let stat = std::fs::read_to_string("/proc/self/stat").expect("/proc");
    let fields: Vec<&str> = stat
        .rsplit(')')
        .next()
        .expect("fields")
        .split_whitespace()
        .collect();
    // Fields 14 and 15 of proc(5), counted from 1 with the two before the bracket taken off.
    let ticks: u64 = [11, 12]
        .iter()
        .map(|&ix| fields[ix].parse::<u64>().expect("ticks"))
        .sum();
    ticks as f64 / 100.0
}
