//! Processor time of a process, as the kernel counts it.

/// Seconds this process has been running so far; see [`seconds_of`].
pub fn seconds() -> f64 {
    seconds_of("self")
}

/// Seconds all threads of a process have been running so far, to the nanosecond (first field of `/proc/PID/task/TID/schedstat`).
///
/// A thread that has ended no longer counts; the threads of the server live as long as the measurement.
pub fn seconds_of(process: &str) -> f64 {
    let threads = std::fs::read_dir(format!("/proc/{process}/task")).expect("/proc");
    let nanoseconds: u64 = threads
        .filter_map(|thread| std::fs::read_to_string(thread.ok()?.path().join("schedstat")).ok())
        .filter_map(|stat| stat.split_whitespace().next()?.parse::<u64>().ok())
        .sum();
    nanoseconds as f64 / 1e9
}
