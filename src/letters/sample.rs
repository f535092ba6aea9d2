//! Words to try a template with, before it is needed.

use serde_json::{Value, json};

use super::context::Context;
use super::task::Task;
use crate::model::Channel;

/// Nothing known at all; then everything, for each of the ways that the built-in texts tell apart.
pub(super) fn contexts() -> Vec<Value> {
    let of = |context: &Context| serde_json::to_value(context).unwrap_or_default();
    let some = of(&Context { tasks: vec![Task::default(); 2], ..Context::default() });
    let ways = [Channel::Email, Channel::Post, Channel::Phone].map(|channel| {
        let mut context = filled(&some);
        context["channel"] = json!(channel.name());
        context
    });
    std::iter::once(of(&Context::default())).chain(ways).collect()
}

/// The same with words where it is empty.
fn filled(value: &Value) -> Value {
    match value {
        Value::String(_) => json!("a few words"),
        Value::Bool(_) => json!(true),
        Value::Array(items) if items.is_empty() => json!(["one thing", "another"]),
        Value::Array(items) => items.iter().map(filled).collect(),
        Value::Object(names) => names.iter().map(|(name, value)| (name.clone(), filled(value))).collect(),
        other => other.clone(),
    }
}
