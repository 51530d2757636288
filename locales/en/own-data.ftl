# What the bot holds about somebody, told to that person.

help-data = /data – a file with everything the bot holds about you, and who looked at it
own-unlinked = I do not know who you are and hold nothing about you. To be linked: /code XXXX-XXXX.
own-whose = Whose data?
button-own-data = { $whose ->
    [own] Mine
   *[child] { $name }
}
own-data = { $whose ->
    [own] The file holds everything the school’s bot keeps about you{ $ground }.
   *[child] The file holds everything the school’s bot keeps about your child: { $name }{ $ground }.
} If there is a mistake, or something is to be deleted, turn to the administrator.
own-file-name = Data
own-paper = Data held by the school’s bot: { $name }
    On { $date }.
    The bot keeps no conversations. Hidden messages are kept encrypted until there is a decision and for 30 days after.

    { $lines }
own-row = Row of the school’s list: { $name }, { $role }, number { $id }
own-classes = Classes: { $classes }
own-subject = Subject: { $subject }
own-children = Children in the school’s list: { $count }
own-accounts = Messenger accounts linked: { $count }. Their numbers are kept encrypted.
own-confirmed = Role confirmed on { $date }
own-other-way = Another way of contact: { $how }
own-delegate = Delegate until { $until }
own-case = Case { $number }: message of { $date } { $time }, the bot or the staff saw { $reason }. Measure: { $kind ->
    [warning] warning
    [read-only] read-only
    [held] message hidden for now
    [kept] message not hidden
   *[deleted] message hidden
}. Decision: { $state ->
    [confirmed] confirmed
    [cancelled] taken back
    [lapsed] not confirmed, does not count
    [provisional] provisional
   *[open] none
}. Objection: { $appeal ->
    [yes] made
   *[no] none
}.
own-evidence = Fragment of a hidden message (encrypted). Looked at: { $looked }
own-look = – looked at by: { $role }, { $date } { $time }
own-strike = Strike: since { $since }, stands until { $until }
own-invite = Invite of { $date }, valid until { $until }
own-acknowledgement = Acknowledgement of the regulation of { $edition }: { $done ->
    [yes] on { $date }
   *[no] not yet, asked on { $date }
}
own-request = Request of { $date }: { $kind ->
    [role] confirmation of the role
    [relink] another account
   *[join] joining a chat
}
own-membership = A question about being in a chat, since { $date }
own-movement = Enrolment, transfer or leaving: a record of movement
own-meeting = Meeting: { $will ->
    [yes] answered “coming”
    [no] answered “not coming”
   *[none] no answer
}, presence { $there ->
    [yes] noted
   *[no] not noted
}, questions asked: { $asked }
own-announcement = Announcement { $number }: { $done ->
    [yes] acknowledged on { $date }
   *[no] not acknowledged
}
own-appointment = Appointment on { $date } { $time }
own-reminder = Setting of soft reminders
own-frozen = Check of the account since { $date }
own-template = Announcement template “{ $name }”
own-digest = Subscription to the evening digest
own-enquiry = Request No. { $number }
own-file = A file prepared for publishing
me-data = Everything kept about you, and who looked at it: /data
