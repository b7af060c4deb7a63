//! The JSON Schema of claim files, made from the types.

use schemars::schema_for;

use crate::claim::ClaimFile;

/// The JSON Schema of claim files, as JSON with line breaks. Editors with a YAML
/// language server read it; keys that it does not name are allowed and kept.
pub fn schema() -> String {
    let mut schema = schema_for!(ClaimFile);
    schema.insert("title".to_owned(), "redpencil claim file".into());
    format!("{:#}", schema.as_value())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_schema_names_every_key_of_a_claim() {
        let schema = schema();
        for key in [
            "\"verdicts\"",
            "\"exact\"",
            "\"settles\"",
            "\"conflicting sources\"",
        ] {
            assert!(schema.contains(key), "{key}");
        }
    }
}
