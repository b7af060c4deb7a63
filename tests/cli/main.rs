//! The binary from outside: arguments in, output, files and exit codes out.

mod agree;
mod bad_input;
mod check;
mod desk;
mod manual;
mod mark;
mod plain;
mod split;
mod splitter;
