//! The in-memory snapshot: what is near, what is open, what lies across water.
