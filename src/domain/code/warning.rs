//! What the rules allow and still find worth saying. What a warning is called is for the text table to say.

codes! {
    /// What is allowed but worth saying; shown, and recorded with the fact it belongs to.
    Warning {
        /// The meeting was called or opened with less notice than its kind asks for.
        NoticeShort = "notice_short",
        /// A body that its kind requires is not invited.
        BodyNotInvited = "body_not_invited",
        /// A body that its kind requires is not there.
        BodyAbsent = "body_absent",
        /// Fewer people are there than its kind asks for.
        QuorumMissing = "quorum_missing",
        /// A required body has not stated its position.
        PositionMissing = "position_missing",
        /// The minutes are sealed without the confirmation of a required body.
        NotConfirmed = "not_confirmed",
        /// The matter is closed while finished work of it still awaits acceptance.
        WorkNotAccepted = "work_not_accepted",
        /// A task is due after its matter.
        DueAfterMatter = "due_after_matter",
        /// The date lies in the past.
        DueInPast = "due_in_past",
        /// The date reaches a year whose holidays are not known: weekends only were counted.
        CalendarMissing = "calendar_missing",
        /// What it touches usually needs the owners' joint decision (Civil Code art. 278).
        OwnersJointLikely = "owners_joint_likely",
        /// The rule has been superseded: something else holds today.
        RuleSuperseded = "rule_superseded",
        /// Who may vote is not known: nobody signed in, or all owners were not declared.
        BaseUnknown = "base_unknown",
        /// The last vote on the item did not pass it.
        VotedDown = "voted_down",
        /// Another meeting of the series bears this number.
        NumberTaken = "number_taken",
        /// Who gets the floor has had all the turns that the speaking rule gives.
        TurnsUsedUp = "turns_used_up",
        /// A turn lasted longer than the speaking rule gives.
        TurnTooLong = "turn_too_long",
        /// Who gets the floor is not marked as being there.
        NotThere = "not_there",
        /// Another motion on this item is still open: one at a time.
        MotionOpen = "motion_open",
        /// There is no open motion that this could amend.
        NoMotion = "no_motion",
        /// The vote was closed before its end, with somebody left who had not voted.
        ClosedEarly = "closed_early",
        /// The printed ballot offers no “against”; such ballots have been struck down in court.
        NoAgainst = "no_against",
        /// A secret vote without a teller and a scrutineer.
        TellersMissing = "tellers_missing",
        /// The notice comes down before the days that its step asks for.
        PostingShort = "posting_short",
        /// The objection came after the notice had hung.
        ObjectionLate = "objection_late",
        /// Steps of its chain are left.
        ChainUnfinished = "chain_unfinished",
        /// Silence counts by what the owners adopted: the verdict hangs on that, too.
        SilenceCounts = "silence_counts",
    }
}
