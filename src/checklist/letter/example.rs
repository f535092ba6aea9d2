//! The letters in the documentation of this stage: each is sound, and a rule's example breaks one thing in it.

use crate::checklist::example::{Edit, PERSON, ROUND};

/// Nothing is sent yet.
pub(super) const NOT_THANKED: Edit = Edit::Swap(
    ROUND,
    "- 2025-03-05 email thank-you to [[Ines Falk]]\n- 2025-03-05 post thank-you to [[Ines Falk]]\n",
    "",
);

/// Only the letter by post is still to come.
pub(super) const NOT_POSTED: Edit = Edit::Swap(ROUND, "- 2025-03-05 post thank-you to [[Ines Falk]]\n", "");

/// A promise is made for a later day.
pub(super) const CHECK_IN_AGREED: Edit =
    Edit::Swap(ROUND, "check_in: email\n", "check_in: email\ncheck_in_on: 2025-03-10\n");

/// Somebody else told of the interviewer.
pub(super) const TOLD_BY_TOM: Edit = Edit::Swap(
    PERSON,
    "- hobby: mends clocks\n",
    "- hobby: mends clocks\n- concern: quarrels about overtime (from [[Tom Beck]])\n",
);

/// The somebody.
pub(super) const TOM: Edit =
    Edit::Write("Interviewers/Tom Beck.md", "---\ntype: interviewer\ncompany: \"[[Harbour Glass]]\"\n---\n");

/// Thanks go by e-mail only, so that no paper is missing beside it.
pub(super) const EMAIL_ONLY: Edit = Edit::Write("vault.toml", "thanks = \"email-only\"\n");

/// Thanks go by hand only.
pub(super) const BY_HAND_ONLY: Edit = Edit::Write("vault.toml", "thanks = \"handwritten\"\n");

/// Path of [`POSTED`].
pub(super) const POSTED_PATH: &str = "Letters/2025-03-04 Ines Falk posted-letter.md";

/// A posted letter.
pub(super) const POSTED: Edit = Edit::Write(
    POSTED_PATH,
    "---\ntype: letter\ndocument: posted-letter\ncompany: \"[[Harbour Glass]]\"\n\
     for_round: \"[[2025-03-04 Harbour Glass]]\"\nto: \"[[Ines Falk]]\"\nsent_on:\n---\n\n\
     Rosa Lind\n5 Quay Street, Ostby\n\n5 March 2025\n\nInes Falk\nHarbour Glass\n1 Pier Road, Ostby\n\n\
     Dear Ines Falk,\n\n\
     Thank you for your time on Tuesday. I keep thinking about how the night crew reads the colour of the melt.\n\n\
     You told me that night shifts lose melts. At Ostby Tiles I brought kiln losses down from 9 to 3 percent.\n\n\
     What this job turns on is steady furnaces. I kept three of them within 2 degrees for a winter.\n\n\
     Per Holm, works manager at Ostby Tiles, wrote in 2023: “Rosa saved the kiln, twice.”\n\n\
     Two things in your posting are after my heart: melt quality and shift handover. I would gladly take the next \
     step.\n\nSincerely\n\nRosa Lind\n",
);

/// Path of [`EMAIL`].
pub(super) const EMAIL_PATH: &str = "Letters/2025-03-04 Ines Falk thank-you-email.md";

/// An e-mail of thanks.
pub(super) const EMAIL: Edit = Edit::Write(
    EMAIL_PATH,
    "---\ntype: letter\ndocument: thank-you-email\ncompany: \"[[Harbour Glass]]\"\n\
     for_round: \"[[2025-03-04 Harbour Glass]]\"\nto: \"[[Ines Falk]]\"\nsent_on:\n---\n\n\
     Subject: Thank you for Tuesday\n\nDear Ines Falk,\n\n\
     Thank you for your time on Tuesday. I keep thinking about how the night crew reads the colour of the melt.\n\n\
     - At Ostby Tiles I brought kiln losses down from 9 to 3 percent\n\
     - I led two shifts of eleven people\n\n\
     I would gladly take the next step.\n\nSincerely\nRosa Lind\n",
);

/// Path of [`CARD`].
pub(super) const CARD_PATH: &str = "Letters/2025-03-04 Ines Falk thank-you-card.md";

/// A card.
pub(super) const CARD: Edit = Edit::Write(
    CARD_PATH,
    "---\ntype: letter\ndocument: thank-you-card\ncompany: \"[[Harbour Glass]]\"\n\
     for_round: \"[[2025-03-04 Harbour Glass]]\"\nto: \"[[Ines Falk]]\"\nsent_on:\n---\n\n\
     Dear Ines Falk,\n\nThank you for your time. I still think about the colour of the melt.\n\nSincerely\nRosa Lind\n",
);

/// Path of [`STATUS`].
pub(super) const STATUS_PATH: &str = "Letters/2025-03-04 Ines Falk status-request.md";

/// A question for news.
pub(super) const STATUS: Edit = Edit::Write(
    STATUS_PATH,
    "---\ntype: letter\ndocument: status-request\ncompany: \"[[Harbour Glass]]\"\n\
     for_round: \"[[2025-03-04 Harbour Glass]]\"\nto: \"[[Ines Falk]]\"\nsent_on:\n---\n\n\
     Subject: Melt supervisor\n\nDear Ines Falk,\n\n\
     You are surely busy, so this is short. We spoke on 4 March, and 14 March was the day for your answer.\n\n\
     May I ask where things stand? I am still keen on the job.\n\nSincerely\nRosa Lind\n",
);

/// Path of [`CHECK_IN`].
pub(super) const CHECK_IN_PATH: &str = "Letters/2025-03-04 Ines Falk check-in.md";

/// A check-in, to be agreed by [`CHECK_IN_AGREED`].
pub(super) const CHECK_IN: Edit = Edit::Write(
    CHECK_IN_PATH,
    "---\ntype: letter\ndocument: check-in\ncompany: \"[[Harbour Glass]]\"\n\
     for_round: \"[[2025-03-04 Harbour Glass]]\"\nto: \"[[Ines Falk]]\"\nsent_on:\n---\n\n\
     Subject: Checking in\n\nDear Ines Falk,\n\n\
     We agreed that I would write today. I read that a second furnace opens in May; when does the role change?\n\n\
     I am still keen on the job.\n\nSincerely\nRosa Lind\n",
);

/// Path of [`REJECTION`].
pub(super) const REJECTION_PATH: &str = "Letters/2025-03-04 Ines Falk rejection-thanks.md";

/// Thanks for a rejection.
pub(super) const REJECTION: Edit = Edit::Write(
    REJECTION_PATH,
    "---\ntype: letter\ndocument: rejection-thanks\ncompany: \"[[Harbour Glass]]\"\n\
     for_round: \"[[2025-03-04 Harbour Glass]]\"\nto: \"[[Ines Falk]]\"\nsent_on:\n---\n\n\
     Subject: Thank you\n\nDear Ines Falk,\n\n\
     Thank you for your answer, and for the chance to show my work. I understand your choice.\n\n\
     Should something open another time, I would be happy to hear of it.\n\nSincerely\nRosa Lind\n",
);

/// A second round, planned and not opened yet.
pub(super) const SECOND_ROUND: Edit = Edit::Write(
    "Rounds/2025-04-10 Harbour Glass.md",
    "---\ntype: round\ncompany: \"[[Harbour Glass]]\"\nround: 2\nstate: planned\nbooked_on: 2025-03-05\n\
     interview_date: 2025-04-10\ninterviewers: [\"[[Ines Falk]]\"]\n---\n",
);

/// Path of [`PLAN`].
pub(super) const PLAN_PATH: &str = "Letters/2025-04-10 Harbour Glass plan-30-60-90.md";

/// A plan for the [`SECOND_ROUND`].
pub(super) const PLAN: Edit = Edit::Write(
    PLAN_PATH,
    "---\ntype: letter\ndocument: plan-30-60-90\ncompany: \"[[Harbour Glass]]\"\n\
     for_round: \"[[2025-04-10 Harbour Glass]]\"\n---\n\n\
     # The first 90 days\n\n## Days 1 to 30\n\n- Talk to 10 people of the night shift\n\n\
     ## Days 31 to 60\n\n- Try 1 change for 4 weeks\n\n## Days 61 to 90\n\n- Lose 10% less than on day 30\n",
);
