//! Strangers' files: whatever they hold, every command answers in bounded time
//! with a message that helps, touches nothing, and writes nothing to a terminal
//! that could steer it.

mod articles;
mod claim_files;
mod display;
mod folder;
mod names;
