//! JSON-RPC over a stream: messages with a length before them.

use std::io::{self, BufRead};

use serde_json::{Value, json};

/// The longest message that is read; no note is longer than 1 MiB.
const LIMIT: usize = 64 * 1024 * 1024;

/// A message that is no JSON.
pub(super) const PARSE_ERROR: i64 = -32700;
/// JSON that is no message, or one at the wrong time.
pub(super) const INVALID_REQUEST: i64 = -32600;
/// A method that is not offered.
pub(super) const METHOD_NOT_FOUND: i64 = -32601;
/// Parameters that do not fit the method.
pub(super) const INVALID_PARAMS: i64 = -32602;
/// A request before `initialize`.
pub(super) const NOT_INITIALIZED: i64 = -32002;
/// The editor does not want the answer any more.
pub(super) const CANCELLED: i64 = -32800;

/// What the editor sent.
#[derive(Clone, Debug, PartialEq)]
pub(super) enum Message {
    /// It waits for an answer with this id.
    Request { id: Value, method: String, params: Value },
    /// It waits for nothing.
    Notification { method: String, params: Value },
    /// An answer to what was asked of it.
    Answer,
    /// What cannot be understood, and what to answer.
    Malformed { id: Value, code: i64, why: String },
}

/// The next message; `None` at the end of the stream.
///
/// # Errors
/// The stream fails, or has no length where one must stand, so that nobody knows where the next message begins.
pub(super) fn read(input: &mut impl BufRead) -> io::Result<Option<Message>> {
    let Some(length) = length(input)? else { return Ok(None) };
    let mut bytes = vec![0; length];
    input.read_exact(&mut bytes)?;
    Ok(Some(match serde_json::from_slice(&bytes) {
        Ok(value) => message(value),
        Err(why) => Message::Malformed { id: Value::Null, code: PARSE_ERROR, why: format!("this is no JSON: {why}") },
    }))
}

/// The head of a message: its length, or `None` at the end of the stream.
fn length(input: &mut impl BufRead) -> io::Result<Option<usize>> {
    let mut length = None;
    let mut is_begun = false;
    loop {
        let mut line = String::new();
        // A line without an end would grow for ever.
        if io::Read::take(&mut *input, 1024).read_line(&mut line)? == 0 {
            return if is_begun { Err(io::ErrorKind::UnexpectedEof.into()) } else { Ok(None) };
        }
        is_begun = true;
        let line = line.trim();
        if line.is_empty() {
            let fits = length.filter(|length| *length <= LIMIT);
            let bad = || io::Error::new(io::ErrorKind::InvalidData, "the editor sent a message without its length");
            return fits.ok_or_else(bad).map(Some);
        }
        if let Some((name, value)) = line.split_once(':')
            && name.eq_ignore_ascii_case("content-length")
        {
            length = value.trim().parse().ok();
        }
    }
}

fn message(mut value: Value) -> Message {
    let id = value.get("id").filter(|id| id.is_string() || id.is_number()).cloned();
    let params = value.get_mut("params").map(Value::take).unwrap_or_default();
    match (value.get("method"), id) {
        (Some(Value::String(method)), Some(id)) => Message::Request { id, method: method.clone(), params },
        (Some(Value::String(method)), None) => Message::Notification { method: method.clone(), params },
        (None, _) if value.get("result").is_some() || value.get("error").is_some() => Message::Answer,
        (_, id) => Message::Malformed {
            id: id.unwrap_or_default(),
            code: INVALID_REQUEST,
            why: "this names no method".to_owned(),
        },
    }
}

/// What came of a request, as its answer.
pub(super) fn answer(id: &Value, result: Result<Value, (i64, String)>) -> Value {
    match result {
        Ok(result) => json!({ "jsonrpc": "2.0", "id": id, "result": result }),
        Err((code, message)) => json!({ "jsonrpc": "2.0", "id": id, "error": { "code": code, "message": message } }),
    }
}

/// A notification for the editor.
pub(super) fn notification(method: &str, params: &Value) -> Value {
    json!({ "jsonrpc": "2.0", "method": method, "params": params })
}

/// A request to the editor, whose answer nobody waits for; the method serves as its id.
pub(super) fn request(method: &str, params: &Value) -> Value {
    json!({ "jsonrpc": "2.0", "id": method, "method": method, "params": params })
}

/// A message as it goes over the stream.
pub(super) fn framed(message: &Value) -> Vec<u8> {
    let body = message.to_string();
    format!("Content-Length: {}\r\n\r\n{body}", body.len()).into_bytes()
}

#[cfg(test)]
mod tests {
    use super::*;

    fn all(mut bytes: &[u8]) -> Vec<io::Result<Message>> {
        std::iter::from_fn(|| read(&mut bytes).transpose()).take(4).collect()
    }

    fn body(json: &str) -> Vec<u8> {
        format!("Content-Length: {}\r\nContent-Type: x\r\n\r\n{json}", json.len()).into_bytes()
    }

    #[test]
    fn what_is_no_message_is_named_and_the_next_one_is_read() {
        let bytes =
            [body("{nonsense"), body("[1]"), body(r#"{"id":"ä","method":"m"}"#), body(r#"{"result":1}"#)].concat();
        let read = all(&bytes);
        assert!(matches!(&read[0], Ok(Message::Malformed { id: Value::Null, code: PARSE_ERROR, .. })), "{read:?}");
        assert!(matches!(&read[1], Ok(Message::Malformed { code: INVALID_REQUEST, .. })), "{read:?}");
        assert!(matches!(&read[2], Ok(Message::Request { id, method, .. }) if id == "ä" && method == "m"), "{read:?}");
        assert!(matches!(&read[3], Ok(Message::Answer)), "{read:?}");
    }

    #[test]
    fn a_stream_without_lengths_ends_in_an_error() {
        for bytes in [
            "\r\n",
            "Content-Length: x\r\n\r\n",
            "Content-Length: 99999999999\r\n\r\n",
            "Content-Length: 9\r\n\r\n{}",
            "A: b\r\n",
        ] {
            assert!(all(bytes.as_bytes())[0].is_err(), "{bytes:?}");
        }
        assert!(all(b"").is_empty());
    }
}
