# Announcements: for whom, what is published, who has read it.

help-announce = /announce parents 5A until 16.09 18:00: text – prepare an announcement; /announce – the menu, the list, urgent texts, templates, digest

## Whom, whose

announce-whom = { $whom ->
    [school] the whole school
    [parents] parents
    [students] pupils
    [teachers] teachers
    [employees] staff
   *[subject] { $subject }
}
announce-and = { $before }, { $next }
announce-where = { $where ->
    [none] { "" }
    [all] { " " }of the whole school
   *[classes] { " " }{ $classes }
}
announce-audience = { $whom }{ $where }{ $by ->
    [dialogs] { " " }(personally)
    [both] { " " }(in chats and personally)
   *[chats] { "" }
}
announce-role = { $role ->
    [director] director
    [deputy] deputy director
    [administrator] platform administrator
    [class-teacher] class teacher of { $class }
    [subject-teacher] teacher of { $genitive ->
       *[other] { $subject }
    }
    [teacher] teacher
    [psychologist] psychologist
    [parent] parent
   *[student] pupil
}
announce-room = “{ $name }”
announce-one-room = chat { $room }
announce-next-room = { $before }, { $room }
announce-rooms = chats { $first }{ $rest }
announce-many-rooms = { $count ->
    [one] { $count } chat
   *[other] { $count } chats
}
announce-channel = { $kind ->
    [channel_school] the channel “Общешкольный”
   *[channel_employees] the channel “Сотрудники”
}
announce-and-channel = { " " }and { $channel }
announce-to-role = { $role ->
    [director] the director
    [deputy] the deputy director
    [class-teacher] the class teacher
    [teacher] the teacher
   *[administrator] the administrator
}

## The announcement itself

announce-post = { $head ->
    [urgent] URGENT. { $words }
    [changed] CORRECTION. { $words }
   *[plain] { $words }
}

    { $foot }
announce-valid = Valid until { $date } { $time }.
announce-with-file = { $way ->
    [button] File: { $name }. To get it in person, press “Get the file”.
   *[named] File: { $name }.
}
announce-asks = Please confirm with the button “I have read it” until { $date } { $time }.
announce-signed = { $role ->
    [director] Director
    [deputy] Deputy director
    [administrator] Platform administrator
    [class-teacher] Class teacher of { $class }
    [subject-teacher] Teacher of { $genitive ->
       *[other] { $subject }
    }
    [teacher] Teacher
    [psychologist] Psychologist
    [parent] Parent
   *[student] Pupil
} { $name }
announce-on-request = On request of: { $role } { $name }
announce-withdrawn = The announcement “{ $title }” was withdrawn.
announce-remind = A reminder of the announcement “{ $title }” of { $date }. Please mark that you have read it.
announce-file = The file of the announcement “{ $title }”.
button-announce-file = Get the file

## Said to whoever presses

announce-read = Thank you, noted.
announce-read-named = Thank you, noted as read: “{ $title }”.
announce-read-unknown = There is no announcement of this number. What waits for you: /acknowledged.
announce-read-before = You have marked it already. Thank you!
announce-read-who = Please introduce yourself first: write to me /code and the code from the school.
announce-read-gone = This announcement is no longer valid.
announce-read-newer = The announcement was corrected. Please mark it under the new text.
announce-read-not-yours = No need to mark: it is addressed to others.
announce-file-not-yours = The file is for other people.
announce-file-sent = The file was sent to you personally.

## Making one

announce-menu = What shall we do?
button-announce-new = New announcement
button-announce-preset = Urgent
button-announce-list = My announcements
announce-presets = Choose a ready text. You can change it.
button-announce-preset-of = { $preset ->
    [frost] Frost
    [quarantine] Quarantine
    [closed] School closed
   *[early] Lessons end early
}
announce-preset = { $preset ->
    [frost] { $date }: no lessons because of the frost. Teachers will send the tasks in the class chats. A child who cannot stay at home is welcome at school.
    [quarantine] From { $date } there is a quarantine, no lessons at school. The class teacher will tell how lessons go on. If a child is ill, please call a doctor.
    [closed] { $date }: the school is closed, no lessons. Please do not send children to school. We shall tell here when lessons begin again.
   *[early] Today, { $date }, lessons end earlier than usual. Please meet your child or tell the class teacher that it may go alone.
}
announce-for-whom = For whom is it? Choose or write, for example: parents 5A, teachers, parents 5–7 классов.
button-announce-parents-of = Parents of { $class }
button-announce-all = { $whom ->
    [parents] Parents of the whole school
    [school] The whole school
   *[employees] Staff
}
announce-which-whom = Whom of { $classes }?
button-announce-whom = { $whom ->
    [parents] Parents
    [students] Pupils
   *[both] Parents and pupils
}
announce-which-words = Recipients: { $audience }. Write the text of the announcement or send a file.
announce-new-words = Write the new text as a whole.
announce-until-when = Until when is it to be marked as read? For example: until 16.09 18:00.
button-announce-tomorrow = Until tomorrow, 18:00
button-announce-week = In a week, 18:00
announce-at-what-time = When shall I publish it? For example: tomorrow 8:00.
announce-form = { $defect }
    How to write: /announce parents 5A until 16.09 18:00: text
announce-defect = { $what ->
    [whom] I do not see for whom it is. For example: parents 5A, teachers, the whole school.
    [class] The school has no such class: { $names }.
    [subject-class] Please name the class too.
    [unread] I do not understand “{ $names }” before the colon.
    [past] That time has passed.
    [late-deadline] The deadline has to be later than the publication.
    [long] The text is longer than one message. Please shorten it by { $names } characters.
    [moment] I do not understand the time. For example: tomorrow 8:00 or 16.09 18:00.
   *[words] Please write the text or send a file{ $names }.
}
announce-file-unwanted = I do not pass on the file { $name }: such files may do harm. Send a document or a picture.
announce-file-large = The file is larger than 5 MB. Please make it smaller.
announce-file-gone = The file could not be had. Please send it once more.

## The preview

announce-people = { $whom ->
    [parents] { $count ->
        [one] { $count } parent
       *[other] { $count } parents
    }
    [students] { $count ->
        [one] { $count } pupil
       *[other] { $count } pupils
    }
    [subject] { $count ->
        [one] { $count } pupil
       *[other] { $count } pupils
    }
    [teachers] { $count ->
        [one] { $count } teacher
       *[other] { $count } teachers
    }
    [employees] { $count ->
        [one] { $count } of the staff
       *[other] { $count } of the staff
    }
   *[mixed] { $count ->
        [one] { $count } person
       *[other] { $count } people
    }
}
announce-receivers = { $people }{ $way ->
    [dialogs] { " " }(personally)
    [both] { " " }({ $rooms } and personally)
   *[chats] { " " }({ $rooms })
}{ $and }
announce-notes = { "" }
    { $lines }
announce-note = { $why ->
    [other-way] Have chosen another way: { $count }. Please tell them on paper or by telephone.
    [not-linked] Have not introduced themselves to the bot: { $count }. They can mark it on paper only.
   *[closed] Have closed their dialog: { $count }. It will not reach them personally.
}
announce-note-no-chat = { $classes ->
    [none] No such chat is registered.
   *[other] No chat is registered for: { $classes }.
}
announce-note-watched = In the chat { $room } I only watch: I write nothing there.
announce-note-file = { $name } goes with the message.
announce-note-files = One file goes with an announcement. The others, { $count } of them, do not: send them as announcements of their own.
announce-picture-name = photo
announce-every = Repeated: { $days } at { $time }. To stop: withdraw the next one.
announce-day = { $day ->
    [0] Sunday
    [1] Monday
    [2] Tuesday
    [3] Wednesday
    [4] Thursday
    [5] Friday
   *[6] Saturday
}
announce-at = To be published: { $date } at { $time }.
announce-at-shifted = That time is within quiet hours, so it will be published { $date } at { $time }.
announce-day-off = The deadline { $date } is a day off: I remind people on the working days before it and send the figures on the first working day after.
announce-paused = Automatic posts are paused. It will be published { $until }.
announce-when = { $date } at { $time }
announce-preview = { $post }

    Recipients: { $receivers }. Publish?{ $notes }
announce-preview-quiet = { $post }

    Recipients: { $receivers }. It is quiet hours now. Publish at { $time } or as urgent?{ $notes }
announce-no-way = { $audience }: there is nowhere to send it.
    { $notes }
announce-nobody = There is nobody to send it to. Nothing was published.
button-announce-publish = Publish
button-announce-morning = At { $time }
button-announce-urgent = Urgent
button-announce-deadline = To be acknowledged
button-announce-time = Choose the time
button-announce-edit = Change
button-announce-cancel = Cancel
announce-cancelled = All right, nothing was published.
announce-reason = Why is it urgent? Choose or write the reason: it stays in the school's records.
button-announce-reason = { $reason ->
    [life] Danger to life or health
    [closed] The school is closed
   *[lessons] Lessons have changed
}
announce-urgent-twice = It will reach people right now, in the school's quiet hours. Send it?
button-announce-urgent-yes = Yes, send it

## Requests

announce-refused-family = { $reason } A question to the school can be passed on by the command /request.
announce-pass-class = Announcements for the parents of a class are published by the class teacher. Pass the text on to { $to }?
announce-pass-classes = An announcement to several classes at once is published by the administration. Pass your text on for a decision?
announce-pass = { $reason } Pass your text on for a decision?
button-announce-pass = { $kind ->
    [broadcast] Send the request
   *[class] Pass it on
}
announce-asked = Request No. { $number } was passed on to { $to }{ $end }
announce-nobody-decides = There is nobody at the moment to pass the request on to ({ $to }): none of those who decide is linked. Please ask in person.
announce-card = Request No. { $number } for a publication.
    By: { $role } { $name }
    Recipients: { $audience } – { $target }.{ $next }

    { $post }
announce-card-next = { " " }After your consent it goes to the platform administrator.
button-announce-agree = Agree
button-announce-return = Return with a remark
announce-agreed = Request No. { $number } was agreed and passed on to { $to }{ $end }
announce-remark = Write the remark: the author will read it.
announce-returned = Request No. { $number } was returned with a remark: { $remark }
announce-returned-done = Request No. { $number } was returned to its author.
button-announce-fix = Mend
button-announce-drop = Do not publish
announce-request-published = Published. Request No. { $number } is done.
announce-request-waits = Request No. { $number } was agreed. It will be published { $at }.
announce-snack-published = Accepted
announce-copy = A copy for the platform administrator. Announcement No. { $number }:

    { $post }

## How it goes

announce-published = Published. Announcement No. { $number }: /announce { $number } tells how it arrived.
announce-waits = { $why ->
    [quiet] It is quiet hours now.
    [pause] Automatic posts are paused.
   *[time] All right.
} Announcement No. { $number } “{ $title }” will be published { $at }. To cancel: /announce { $number }.
announce-begun-late = Announcement No. { $number } went out after its deadline, so the deadline is now { $date } { $time }.
announce-dropped = Announcement No. { $number } “{ $title }” did not go out: { $why ->
    [rights] you may not publish for these people any more.
    [over] it was valid until a time that passed while it waited.
   *[nobody] there is nobody to send it to.
}
announce-progress = Announcement No. { $number }: { $ended } of { $copies } sent.
    { $bar }{ $left }
announce-left = { " " }about { $seconds ->
    [one] { $seconds } second left
   *[other] { $seconds } seconds left
}
announce-stalled = Announcement No. { $number }: the messenger asked to wait. { $ended } of { $copies } sent; the rest I shall send as soon as it allows.
announce-sent = Announcement No. { $number } was sent: { $sent } of { $copies }.
announce-not-all = Announcement No. { $number }: { $sent } sent, { $refused } refused, { $uncertain } without an answer. More: /announce { $number }.
announce-figures = Announcement No. { $number } “{ $title }”. Read by { $acknowledged } of { $of } ({ $percent } %).{ $classes }{ $small }{ $other }
announce-figures-few = Announcement No. { $number } “{ $title }”. So few people are asked that only their class teacher sees who has acknowledged it.
announce-figures-class = { $before } { $class }: { $acknowledged } of { $of }.
announce-figures-small = { " " }Classes with few recipients are not shown apart.
announce-figures-other = { " " }Another way of contact: { $count }.
announce-silent = “{ $title }”{ $class ->
    [none] .
   *[other] , { $class }.
} { $who ->
   *[other] Not marked as read by
}: { $names }

## Looking after it

announce-unknown = There is no such announcement among yours. The list: /announce list.
announce-none = There are no announcements for you to look after yet. A new one: /announce.
announce-list = The latest announcements:
    { $lines }
announce-line = No. { $number } “{ $title }”, { $audience }: { $state ->
    [asked] waits for a decision
    [returned] returned
    [waits] waits for its time
    [sending] is being sent
    [sent] sent
    [withdrawn] withdrawn
   *[dropped] cancelled
}
announce-status = No. { $number } “{ $title }”, { $audience }: { $state ->
    [asked] waits for a decision.
    [returned] was returned to its author.
    [waits] will be published { $at }.
    [sending] is being sent.
    [sent] was sent.
    [withdrawn] was withdrawn.
   *[dropped] was cancelled.
}{ $delivered }{ $stale }{ $read }
    { $lines }
announce-status-copies = { " " }{ $sent } of { $copies } delivered, chats: { $chats }. Whether a message was read the messenger does not tell.
announce-trouble-rooms = { " " }({ $rooms })
announce-trouble = { $why ->
    [not-allowed-to-write] Closed their dialog or never wrote to the bot: { $count }. Ask them to write to the bot, or tell them otherwise.
    [closed] Closed their dialog: { $count }. Ask them to write to the bot, or tell them otherwise.
    [not-linked] Not linked to the bot: { $count }. Codes: /invites.
    [left] No longer among the recipients: { $count }. The new text was not sent to them.
    [no-chat] No chat in which they would read it: { $count }.
    [detached] The bot is not in the chat: { $count }{ $rooms }. Let the bot back in.
    [no-right] The bot lacks rights in the chat: { $count }{ $rooms }. Make the bot an administrator.
    [foreign-messenger] The school does not write through this messenger: { $count }.
    [uncertain] The messenger did not say whether it came: { $count }.
    [unknown-target] The chat or the page is gone: { $count }.
   *[other] The messenger refused: { $count }.
}
announce-status-stale = { " " }The former words still stand: { $count }.
announce-status-read = { " " }{ $figures }
button-announce-remind = Remind
button-announce-paper = List to sign
button-announce-again = Send again, if no answer
button-announce-withdraw = Withdraw
button-announce-withdraw-yes = Yes, withdraw
button-announce-now = Publish now
announce-too-late = The deadline has passed.
announce-reminding = I remind those who have not marked it, personally.
announce-reminding-later = It is quiet hours or a pause. I remind those who have not acknowledged by then { $date } at { $time }, in person.
announce-reminded-lately = People were reminded a short while ago. The next reminder can be sent { $date } after { $time }.
announce-reminding-late = It is quiet hours or a pause, and afterwards the deadline is over. I do not remind anybody.
announce-again = I send it once more to where no answer came from.
announce-again-later = It is quiet hours or a pause. I send it once more { $at } to where no answer came from.
announce-nothing-lost = There are none.
announce-now = Publishing announcement No. { $number }.
announce-withdraw-sure = Withdraw announcement No. { $number } “{ $title }”? What was sent will be deleted.
announce-withdrawn-before = It was withdrawn before.
announce-withdrawing = { $out ->
    [yes] Announcement No. { $number } is withdrawn, what was sent is being deleted.
   *[no] Announcement No. { $number } is cancelled, it will not be published.
}
announce-change = The new text:

    { $words }

    { $asks ->
    [yes] Is it a misprint or an essential change? A misprint is mended in what was sent. An essential change comes as a new message and is to be acknowledged again.
   *[no] Is it a misprint or an essential change? A misprint is mended in what was sent. An essential change comes as a new message.
    }
button-announce-misprint = A misprint
button-announce-essential = An essential change
announce-mended = I mend the text in what was sent.
announce-unmended = Announcement No. { $number }: { $count ->
    [one] one message could not be mended
   *[other] { $count } messages could not be mended
}, the former words stand there: the messenger lets a message be edited for a short time only. If it matters, send the new text as an essential change: /announce { $number }.
announce-changed-waiting = The text of announcement No. { $number } is replaced. It is not out yet.
announce-change-long = The new text:

    { $words }

    In one of the messengers it does not fit below the file, so it can only go as a new message. { $asks ->
        [yes] It will have to be acknowledged again.
       *[no] { "" }
    }
announce-unfiled = Announcement No. { $number }: { $why ->
    [long] in one of the messengers the text is too long to go with the file. There the button “Get the file” stands below the text.
    [gone] the file is no longer there, so the text goes without it.
   *[refused] the messenger did not take the file with the text. There the button “Get the file” stands below the text.
}
announce-new-version = I send the corrected text, version { $version }.{ $until }
announce-new-version-later = It is quiet hours or a pause. The corrected text, version { $version }, goes out { $at }.{ $until }
announce-new-deadline = { " " }There was hardly any time left to read, so the deadline is now { $date } { $time }.
announce-paper = The list for the announcement “{ $title }”: to print and as a table.
announce-paper-none = Names are seen by the class teacher of their class and by the platform administrator.
announce-paper-name = Acknowledgement list { $number }
announce-paper-heading = Acknowledgement list: { $title }
announce-paper-person = Surname, name, patronymic
announce-paper-read = Marked in the bot
announce-paper-signed = Signature, date

## Templates and the digest

announce-templates = Your templates:
    { $lines }
    To use one: /announce template and its name.
announce-template-line = – { $name }
announce-template-none = No templates yet. To keep one: /announce template trip: parents 5A: { "{" }завтра{ "}" } we go on a trip, meeting at { "{" }time{ "}" }.
announce-template-kept = The template “{ $name }” is kept. To use it: /announce template { $name }.
announce-template-removed = The template “{ $name }” was deleted.
announce-template-unknown = You have no template “{ $name }”. The list: /announce templates.
announce-template-large = A name of up to 40 letters, a text of up to 3000, no more than 20 templates.
announce-template-missing = In the template “{ $name }” this is missing: { $missing }. Write for example: /announce template { $name } { $missing }=10:00.
announce-digest-on = All right. At 19:00 I shall send you the main things of the day, if there were any. To switch it off: /announce digest off.
announce-digest-off = The evening digest is off.
announce-digest-how = Write: /announce digest on or /announce digest off.
announce-digest = The main things of the day:
    { $lines }
announce-digest-line = – { $title }

## Documents

help-document = /document – the school's current documents; /document parents 5A until 20.09: Name and a file – publish one to be acknowledged
document-form = { $defect }
    How to write: /document parents 5A until 20.09: Name, with the file
document-name = After the colon write the document's name, up to 80 letters.
document-words = Document: { $name }.
document-which-file = Please send the file of the document “{ $name }”.
document-no-file = A file is needed here. Please send it as a document.
document-here = Document “{ $name }”.
documents-none = There are no current documents for you yet.
documents-current = Current documents:
    { $lines }
documents-line = { $number }. { $name }{ $version ->
    [1] { "" }
   *[other] , version { $version }
}, { $date } ({ $audience })
documents-gone = This document is no longer current. What is: /document.
button-document = { $number }. { $name }
