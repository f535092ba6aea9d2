//! One reader for each kind of record: fields and sections in, model out.

mod candidate;
mod company;
mod contact;
mod interviewer;
mod letter;
mod round;
mod testimonial;

pub(super) use candidate::candidate;
pub(super) use company::company;
pub(super) use contact::contact;
pub(super) use interviewer::interviewer;
pub(super) use letter::letter;
pub(super) use round::round;
pub(super) use testimonial::testimonial;

use super::desk::Desk;
use super::fields::Fields;
use super::lists;
use super::sections::{Part, Sections};
