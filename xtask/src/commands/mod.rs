//! One module a command.

pub mod bench;
pub mod build;
pub mod dependencies;
pub mod edition;
pub mod fonts;
pub mod fuzz;
pub mod geometry;
pub mod monkey;
pub mod names;
pub mod schema;
pub mod screens;
pub mod seed;
pub mod serve;
pub mod setup;
pub mod size;
pub mod test;
pub mod tokens;
pub mod validate;
