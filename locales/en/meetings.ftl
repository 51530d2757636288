# Meetings: /собрание, reminders, attendance, minutes and decisions.

help-meeting = /meeting – coming meetings you are invited to
help-meeting-lead = /meeting 5А в пятницу в 18:30, повестка: питание; разное – call one; also: перенести (move), отменить (cancel), начать (begin), завершить (end), голосование 2 (vote), протокол (minutes), план (plan); without words – coming ones and who will be there

meeting-weekday = { $weekday ->
    [mon] Monday
    [tue] Tuesday
    [wed] Wednesday
    [thu] Thursday
    [fri] Friday
    [sat] Saturday
   *[sun] Sunday
}
meeting-weekday-on = on { meeting-weekday }
meeting-weekday-short = { $weekday ->
    [mon] Mon
    [tue] Tue
    [wed] Wed
    [thu] Thu
    [fri] Fri
    [sat] Sat
   *[sun] Sun
}
meeting-date = { $day } { $month ->
    [jan] January
    [feb] February
    [mar] March
    [apr] April
    [may] May
    [jun] June
    [jul] July
    [aug] August
    [sep] September
    [oct] October
    [nov] November
   *[dec] December
}
meeting-moment = { meeting-weekday }, { meeting-date } { $year }, { $time } ({ $zone })
meeting-invite-date = { meeting-date } { $year } ({ meeting-weekday }) at { $time }
meeting-day-short = { meeting-weekday-on } at { $time }
meeting-day-long = { meeting-weekday-on }, { meeting-date }, at { $time }
meeting-title = { $kind ->
    [class-parents] Parents' meeting of class { $class }
    [school-parents] Parents' meeting of the school
    [council] Teachers' council
    [staff] Staff meeting
    [consultation] Consultation: { $class }{ $taught ->
        [yes] , { $subject }
       *[no] { "" }
    }
    [lesson] Lesson: { $class }{ $taught ->
        [yes] , { $subject }
       *[no] { "" }
    }
   *[event] Event: class { $class }
}
meeting-name = { $kind ->
    [class-parents] the parents' meeting of class { $class }
    [school-parents] the parents' meeting of the school
    [council] the teachers' council
    [staff] the staff meeting
    [consultation] the consultation for class { $class }
    [lesson] the lesson in class { $class }
   *[event] the event of class { $class }
}
meeting-chat = “{ chat-name }”
meeting-file-name = meeting { $date }

## Making a meeting

meeting-ask-class = Of which class? Write, for example: 5А.
meeting-class-defect = I did not understand the class. Please write, for example: 5А.
meeting-ask-agenda = What is the agenda? Separate the items with semicolons, for example: итоги четверти; питание; разное.
meeting-ask-change = What is to be changed? Write another time («в субботу в 11:00»), an agenda («повестка: питание; разное»), or send a link to the call.
meeting-when-doubt = { $about ->
    [half] In the morning or in the evening? Please choose.
    [day] { $count ->
        [one] Do you mean { $moment }?
       *[many] Which day do you mean? Please choose.
    }
    [mismatch] The weekday and the date contradict each other. Please choose the right one.
    [rough] Please confirm: { $moment }?
    [no-time] At what time? Write, for example: в 18:30.
   *[no-day] { $count ->
        [0] On which day? Write, for example: в пятницу or 25 сентября.
       *[other] On which day? Choose, or write, for example: в пятницу or 25 сентября.
    }
}
meeting-when-defect = { $why ->
    [past] That time is past. When is the meeting?
    [several] There are several days or times here. Please write one, for example: в пятницу в 18:30.
    [not-a-time] There is no such time. Please write, for example: в пятницу в 18:30.
    [not-a-day] No calendar has that day. Please write, for example: 25 сентября в 18:30.
    [too-far] That is more than a year ahead. Please write a nearer day.
    [unread] I did not understand all of it. Please write the day and the time only, for example: 25 сентября в 18:30.
   *[nothing] When? Write a day and a time, for example: в пятницу в 18:30.
}
meeting-preview = { meeting-title }: { meeting-moment }. { $repeats ->
    [weekly] Repeated every week. { "" }
    [fortnightly] Repeated every two weeks. { "" }
    [monthly] Repeated every month. { "" }
   *[once] { "" }
}{ $items ->
    [0] { "" }
   *[other] Agenda: { $agenda }. { "" }
}Link to the call: { $linked ->
    [yes] { $link }
   *[no] make one or paste it.
} { $doubts }Is this right?
meeting-doubts = Please note:
    { $doubts }
    { "" }
meeting-doubt = { $doubt ->
    [holiday] – it is a public holiday
    [break] – it is in the school break
    [day-off] – it is a day off
    [quiet] – it is in quiet hours ({ $from }–{ $to }): ten minutes before, only those who said they would come are reminded, in their dialogs
   *[clash] – the same people have another meeting at that time
}
meeting-paste-link = Please send the link to the call in one message.
meeting-link-how = The bot cannot begin a call itself. Open the chat, press “Call” – “Create a link”, copy it and send it here. Next time I shall offer the same link.
meeting-link-defect = { $why ->
    [not-secure] This link is not secure: a plain one is needed that begins with https://.
    [not-a-call] This does not look like a link to a call. Calls of VK, Sferum and MAX are taken, others if the administrator has allowed the site.
   *[not-a-link] I see no link here. Please send it again.
}
meeting-no-chat = There is nowhere to announce { meeting-name }: its chat is not registered yet. Register it by /чат in the chat itself and try again.
meeting-published = Announced in { $where }. Reminders come there too. Ask me who will be there: /meeting.
meeting-published-later = It is quiet hours now: the invitation will appear in { $where } { meeting-weekday-on } at { $time }.
meeting-left = All right, nothing has changed.
meeting-refused = In our school a class meeting is called by: { $who }.
meeting-refused-offer = In our school a class meeting is called by: { $who }. Pass it on?
meeting-passed = Passed on to the class teacher.
meeting-not-passed = The class teacher has not joined the bot yet. Please tell them in person.
meeting-wish = { $who } ({ $role }) asks for a meeting: “{ $line }”
meeting-wish-declined = The class teacher cannot call a meeting now. Please talk to them in person.
meeting-declined = All right, I shall tell them.
meeting-approval-asked = Sent for approval. Once it is approved, the invitation will appear in the chat.
meeting-approve = { $who } proposes { meeting-name } – { $moment }. Approve?
meeting-approved = Approved: { meeting-name }. The invitation is sent.
meeting-not-approved = Not approved: { meeting-name }. Please talk about it in person.

## In the chat

meeting-moved-what = { $kind ->
    [other] The meeting
   *[meeting] The meeting
} of { $date }
meeting-cancelled-what = { $kind ->
    [other] The meeting
   *[meeting] The meeting
} of { $date }
meeting-greeting = { $kind ->
    [class-parents] Dear parents!
    [school-parents] Dear parents!
    [council] Dear colleagues!
    [staff] Dear colleagues!
   *[other] Hello!
}
meeting-invite-agenda = { $items ->
    [0] { "" }
   *[other] Agenda: { $agenda }. { "" }
}
meeting-invite-link = { $linked ->
    [yes] Join at: { $link }. { "" }
   *[no] { "" }
}
group-meeting-invite = { $greeting } { $on }: { $named } (online). { $about }{ $joining }Please say whether you can come.
group-meeting-remind = A reminder: { $day ->
    [today] today at { $time }
    [tomorrow] tomorrow at { $time }
   *[later] { meeting-weekday-on }, { meeting-date }, at { $time }
} – { $named }.
group-meeting-remind-today = A reminder: today at { $time } – { $named }.{ $linked ->
    [yes] { " " }Link: { $link }
   *[no] { "" }
}
group-meeting-remind-hour = { $kind ->
    [other] It
   *[meeting] It
} begins in an hour, at { $time }.{ $linked ->
    [yes] { " " }Link: { $link }
   *[no] { "" }
}
group-meeting-remind-soon = { $kind ->
    [other] It
   *[meeting] It
} begins in 10 minutes. { $linked ->
    [yes] Join at: { $link }
   *[no] Please join.
}
group-meeting-begins = { $kind ->
    [other] It
   *[meeting] It
} has begun. { $linked ->
    [yes] Join at: { $link }.
   *[no] Please join.
} Whoever is there, please press the button.
group-meeting-vote = Item { $number }: { $title }. How do you vote?
group-meeting-moved = { $what } is moved: { $moment }. { $why ->
    [yes] Reason: { $reason }. { "" }
   *[no] { "" }
}We apologise. Please say whether you can come.
group-meeting-cancelled = { $what } is cancelled. { $why ->
    [yes] Reason: { $reason }. { "" }
   *[no] { "" }
}We apologise.
group-meeting-decisions = { $kind ->
    [other] Decisions
   *[meeting] Decisions
} of { $date }: { $decisions }. Thank you for taking part!

## Answers of those who are invited

button-meeting-will = I shall come
button-meeting-wont = I cannot
button-meeting-ask = A question
button-meeting-there = I am here
button-meeting-for = For
button-meeting-against = Against
button-meeting-abstained = Abstain
button-meeting-read = Read
meeting-snack-answered = { $will ->
    [yes] Thank you, noted: you will come.
   *[no] Thank you, noted: you cannot come.
}
meeting-snack-ask = Please write the question to me in the dialog.
meeting-snack-there = Thank you, noted: you are there.
meeting-snack-voted = { $vote ->
    [for] Your vote: for.
    [against] Your vote: against.
   *[abstained] Your vote: abstained.
}
meeting-snack-read = Thank you, noted.
meeting-snack-unknown = I do not know you yet: please enter your personal code in the dialog.
meeting-snack-not-asked = Thank you! Only those who are invited are counted.
meeting-snack-defect = { $why ->
    [cancelled] It is cancelled.
    [ended] It is over.
    [begun] It has begun already.
    [not-begun] It has not begun yet.
    [closed] It is too late to be counted.
    [past] That time is past.
    [same] It is at that time anyway.
   *[old-plan] It was moved: please answer under the new message.
}
meeting-ask-question = Your question to “{ meeting-title }”? Write it in one message: only the organiser sees it.
meeting-question-empty = Please write the question in words.
meeting-question-passed = { $role ->
    [class-teacher] Your question is passed on to the class teacher.
   *[other] Your question is passed on to the organiser.
}
meeting-question = A question to “{ meeting-title }” ({ $date }) from { $who }: “{ $words }”
meeting-asked-again = { meeting-title }: the time has changed. It is now { meeting-moment }. Can you come?
meeting-decisions-absent = { meeting-title }, { $date }. Decisions: { $decisions }. Please say that you have read them.

## For whoever leads it

meeting-none = { $verb ->
    [end] None of your meetings is going on.
    [begin] You have no meeting within an hour.
    [vote] One votes while a meeting is going on. None is now.
    [minutes] There is no finished meeting without minutes.
   *[other] You have no coming meetings.
}
meeting-which = Which meeting?
meeting-no-meetings = There are no coming meetings.
meeting-list = { $lines }
meeting-line = { meeting-title }: { meeting-moment }{ $linked ->
    [yes] . Link: { $link }
   *[no] { "" }
}
meeting-own = { meeting-title }: { meeting-moment }
    { $lines }
meeting-count = { $what ->
    [will] – will come: { $count }
    [wont] – cannot: { $count }
    [there] – are there: { $count }
   *[late] – more than ten minutes late: { $count }
}{ $names }
meeting-names = { " " }({ $names })
meeting-quorum = { $is ->
    [yes] – more than half of { $all }
   *[no] – less than half of { $all }
}
meeting-line-question = – a question, { $who }: “{ $words }”
meeting-begun = It has begun. The button “I am here” is in the chat.
meeting-vote-form = Which item is voted on? Write its number, for example: /meeting голосование 1. Items of the agenda: { $items }.
meeting-vote-called = The vote on item { $number } is in the chat. Its count goes into the minutes.
meeting-move-when = { $why ->
    [nothing] To when? Write a day and a time, for example: на понедельник в 18:30.
   *[other] { meeting-when-defect }
}
meeting-move-preview = { meeting-title }, { $date } at { $time }: move it to { $moment }? { $why ->
    [yes] Reason: { $reason }. { "" }
   *[no] No reason is given. { "" }
}{ $doubts }
meeting-cancel-preview = { meeting-title }, { $date } at { $time }: cancel it? { $why ->
    [yes] Reason: { $reason }.
   *[no] No reason is given.
}
meeting-moved = Moved. The earlier reminders are off, answers are asked for anew.
meeting-cancelled = Cancelled. There will be no more reminders.
meeting-ended = { $there } of { $all } were there (by their own marks). Prepare the minutes?
meeting-no-minutes = All right. If they are needed: /meeting протокол.
meeting-item-untitled = Any other business
meeting-ask-item = { $number }. { $title }. { $part ->
    [heard] What was heard?
   *[decided] What was decided?
}
meeting-minutes-line = { $number }. { $title }. Heard: { $heard }. Decided: { $decided }.
meeting-minutes-draft = Minutes no. { $number }, a draft:
    { $lines }
    Is all of it right? To correct: 2 решили: …
meeting-edit-form = To correct, write, for example: 2 решили: собрать предложения до 1 октября.
meeting-minutes-ready = The minutes to be signed are in the file. I do not post them in the chat.
meeting-decisions-when = { $two ->
    [yes] Publish { $first } or { $second }?
   *[no] It is quiet hours now. Publish { $first }?
}
meeting-decisions-later = The decisions will be published { meeting-weekday-on }, { meeting-date }, at { $time }.
meeting-decisions-published = The decisions are published. Those who were not marked as present got them in their dialogs.
meeting-decisions-already = These decisions are published already.
meeting-calendar-agenda = { $items ->
    [0] { "" }
   *[other] Agenda: { $agenda }
}
meeting-year-title = Plan of meetings
meeting-year = Plan of meetings:
    { $lines }
    { $more ->
        [0] All of them are in the calendar file.
       *[other] { $more } more are in the calendar file.
    }

button-meeting-no = Cancel
button-meeting-publish = Announce
button-meeting-change = Change
button-meeting-make-link = Make one
button-meeting-paste-link = Paste
button-meeting-when = { $moment }
button-meeting-class = { $class }
button-meeting-no-agenda = No agenda
button-meeting-pass = Pass it on
button-meeting-call = Call it
button-meeting-approve = Approve
button-meeting-which = { $meeting }
button-meeting-move = Move
button-meeting-cancel = Cancel the meeting
button-meeting-cancel-all = Cancel it and all that follow
button-meeting-minutes = Prepare the minutes
button-meeting-not-needed = Not needed
button-meeting-skip = Skip
button-meeting-ready = Ready
button-meeting-minutes-again = Write anew
button-meeting-decisions = Publish the decisions

## The minutes on paper

document-minutes-name = minutes no. { $number } of { $date }
document-minutes-head = { $school }
    MINUTES No. { $number }
    { $of }
document-minutes-of = { $kind ->
    [class-parents] of the parents' meeting of class { $class }
    [school-parents] of the parents' meeting of the school
    [council] of the teachers' council
    [staff] of the staff meeting
    [consultation] of the consultation for class { $class }
    [lesson] of the lesson in class { $class }
   *[event] of the event of class { $class }
}
document-minutes-when = { $date }{ "\u0009" }from { $begun } to { $ended }
document-minutes-who = Held online (the school's platform)
    Present: { $present } (list attached)
    Presided: { $presided }
    Secretary: ____________
document-minutes-present = { $there } of { $all } { $kind ->
    [class-parents] parents (legal representatives)
    [school-parents] parents (legal representatives)
    [council] members of the staff
    [staff] members of the staff
   *[other] pupils
}
document-minutes-presided = { $role } { $who }
document-minutes-agenda = AGENDA
document-minutes-questions = Questions asked ahead: { $questions }.
document-minutes-item = { $number }. HEARD: { $heard }
    DECIDED: { $decided } (for { $for }, against { $against }, abstained { $abstained })
document-minutes-list = ANNEX. Those present
document-minutes-signed = Presided ____________{ "\u0009" }{ "\u0009" }Secretary ____________

## On buttons

meeting-on-button = { $kind ->
    [class-parents] { $class }
    [school-parents] The school's
    [council] Council
    [staff] Staff
    [consultation] Consultation { $class }
    [lesson] Lesson { $class }
   *[event] Event { $class }
}, { $date } { $time }
meeting-moment-on-button = { meeting-weekday-short }, { meeting-date }, { $time }

## Appointments

appointments-form = Appointments are offered like this: /meeting запись 5А 28.09 с 16:00 до 18:00 по 15 минут.
appointments-preview = Appointments with parents of class { $class }: { $moment }, { $each } min. each, places: { $count }. Is this right?
appointments-no-chat = The chat of the parents of { $class } is not registered yet. Register it by /чат in the chat itself.
appointments-quiet = It is quiet hours now. Please press “Announce” in the morning.
appointments-opened = Appointments are open. Who has taken which: /meeting запись.
appointments-none = No appointments are offered now. To ask for a talk: /meeting встреча and your question.
appointments-own = Appointments, class { $class }, { $moment }:
    { $lines }
    { $waiting ->
        [0] Nobody waits.
       *[other] Waiting: { $waiting }.
    }
appointments-line = – { $time }: { $who } ({ $child })
appointments-line-free = – { $time }: free
appointments-cancelled = { $count ->
    [0] Cancelled; nobody had an appointment yet.
   *[other] Cancelled; those who had an appointment are told: { $count }.
}
group-appointments = Appointments with parents of class { $class } ({ $who }): { $moment }, { $each } min. each. To choose a time, press the button: it comes to your dialog, nobody else sees it.
button-appointment-open = Choose a time
button-appointment-wait = Wait in line
button-appointment-leave = Give it back
button-appointment-child = { $child }
button-appointments-cancel = Cancel all of it
appointment-snack = The times are in your dialog.
appointment-child = About which of your children?
appointment-choose = { $is ->
    [free] Please choose a time.
    [taken] That time is taken. Please choose another.
    [waits] No time is free yet; you are in line. I shall write when a place is free.
   *[full] No time is left. Wait in line?
}
appointment-own = Your appointment: { $moment }.
appointment-made = Your appointment: { $moment }. I shall remind you an hour ahead. To give it back: /meeting запись.
appointment-waits = You are in line. I shall write when a place is free.
appointment-none = You have no appointment yet.
appointment-given-back = Given back; the time is free again.
appointment-offered = A time is free: { $moment }. It is kept for you for two hours. Take it?
appointment-taken = A new appointment: { $who }, { $moment }.
appointment-left = An appointment given back: { $who }, { $moment }.
appointment-cancelled = The appointment is cancelled: { $moment }. Please agree on another time with the class teacher.
appointment-reminder = A reminder: in an hour you have an appointment – { $moment }.
appointment-wish = { $who } asks for a talk: “{ $line }”. To offer times to all: /meeting запись.
