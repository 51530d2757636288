# Cards about cases for those who decide: nothing in them repeats the message.

help-cases = /cases – what waits for your decision, and how cases ended

case-card = { $lines }
case-head = Case No. { $number }. Chat “{ chat-name }”, message of { $date } { $time }.
case-author = Author: { $known ->
    [named] { $name }, { role }
   *[role] { $role ->
        [parent] a pupil’s parent{ case-of-class }
        [student] a pupil{ case-of-class }
        [other] somebody who is not in the school’s list
       *[staff] a member of the staff
    }
}.
case-of-class = { $placed ->
    [yes] { " " }of class { $class }
   *[no] {""}
}
case-what = { $source ->
    [bot] The bot saw { $reason } ({ $cited }).
    [photo] A member asks to take a photo away: it shows them or their child ({ $cited }).
   *[person] { $complaints ->
        [0] The message was found to hold { $reason } ({ $cited }).
        [one] { $complaints } member of the chat complained of the message ({ $cited }).
       *[other] { $complaints } members of the chat complained of the message ({ $cited }).
    }
} { $kind ->
    [kept] It stays in the chat until you decide.
    [read-only] The message is hidden. The breach is repeated, so until { $until } the author can only read this chat ({ $cited-measure }). The measure is provisional.
    [limited] The message is hidden; read-only until { $until } ({ $cited-measure }).
    [warning] The message is hidden, the author is warned ({ $cited-measure }).
    [held] The message is hidden for now. It is not counted as a breach.
   *[hidden] The message is hidden, there is no other measure.
}
case-episode = Messages hidden within these 15 minutes: { $count }. One decision goes for all.
case-objected = The author objects (No. { $number }). The objection is considered by: { $role ->
    [commission] the school’s commission
   *[other] { role }
}.
case-next = { $next ->
    [read-only] Please decide before the measure ends: otherwise it ends by itself and does not count.
    [held] Give the message back to the chat?
    [kept] Hide it or leave it?
    [nothing] Nothing needs to be confirmed. If it is a mistake, cancel it.
    [own] You decided so. While the measure lasts it can be cancelled.
   *[none] { $state ->
        [confirmed] It is decided: confirmed.
        [cancelled] It is decided: cancelled.
       *[lapsed] The measure has ended, nobody confirmed it: it does not count.
    }
}

button-case-show = Show the fragment
button-case-confirm = Confirm
button-case-confirm-days = Confirm: { $count ->
    [one] { $count } day
   *[other] { $count } days
}
button-case-cancel = Cancel
button-case-party = I am in the conflict…
button-case-back = Give back to the chat
button-case-keep = Leave hidden
button-case-wordless = Without words
button-case-decide = To decide the case
button-case-wrong = The bot was wrong
button-case-no-breach = There was no breach
button-case-mercy = A talk is enough

## Nobody, too late, not yours

case-nobody = Case No. { $number }, chat “{ chat-name }”: nobody can decide it – neither the class teacher nor the administration is linked to the bot. I will ask again in the morning. Please hand them their personal codes.
case-gone = This case is no longer there: its time is over, or the chat is not registered any more.
case-decided-before = There is nothing left to decide in case No. { $number }: { $state ->
    [confirmed] it was decided on { $date } at { $time } – confirmed
    [cancelled] it was decided on { $date } at { $time } – cancelled
   *[lapsed] the measure ended by itself on { $date } at { $time }. Nobody confirmed it, so it does not count
}.
case-snack-before = Decided already
case-not-yours = Somebody else decides this case.
case-yours-is-appeal = You consider the objection in this case, so somebody else confirms or cancels the measure.
case-not-for-party = You are in this conflict, so the fragment is seen by whoever decides in your place.
case-not-brought = The administration sees the fragment itself when there is an objection or a complaint, or when it was asked to decide.

## Looking at what was taken away

case-why = Case No. { $number }. Why is the fragment needed? Press the button or write the reason: looking at it is recorded.
case-shown = Case No. { $number }. That you looked is recorded.
    { $lines }
case-fragment = “{ $fragment }”
case-evidence-gone = The fragment is deleted: its time is over.

## Deciding

case-words = Case No. { $number }. { $days ->
    [0] I confirm the limit.
    [one] I confirm the limit for { $days } day.
   *[other] I confirm the limit for { $days } days.
} Write a few words to the author, or press “{ button-case-wordless }”, and the decision takes effect.
case-words-held = Case No. { $number }. The message stays hidden. Write a few words to the author, or press “{ button-case-wordless }”, and the decision takes effect.
case-cancel = Case No. { $number }. Why cancel it? { $source ->
    [person] “{ button-case-no-breach }”
   *[bot] “{ button-case-wrong }”: there was no breach
}; the author is offered to have the message back in the chat. “{ button-case-mercy }”: the message stays hidden, the measure and the record are cancelled.
case-done-confirmed = Case No. { $number } is decided, the author is told.
case-done-cancelled = Case No. { $number }: the measure and the record are cancelled, the author is told.
case-done-undone = Case No. { $number }: there was no breach, the record is cancelled. { $offered ->
    [yes] The author is told and offered to have the message back in the chat.
   *[no] The author is told.
}
case-passed-on = Case No. { $number } is passed on: now it is decided by { role }.
case-passed-to-nobody = Case No. { $number } is passed on, but nobody can decide it yet: none of those who may is linked to the bot. The administrator of the platform will hear of it.

## To the author

case-confirmed = { $reader ->
    [student] An adult has confirmed the limit: until { $until } the chat “{ chat-name }” can only be read ({ role }).{ case-said } If you disagree, tell your parents: they may turn to the school’s commission on disputes.
   *[other] The limit in the chat “{ chat-name }” is confirmed until { $until } ({ role }).{ case-said } If you disagree, you may turn to the school’s commission on disputes.
}
case-said = { $said ->
    [yes] { " " }In their words: “{ $words }”.
   *[no] {""}
}
case-kept = { $reader ->
    [student] Your message of { $written } in “{ chat-name }” stays hidden ({ role }).{ case-said } It is not counted as a breach.
   *[other] Your message of { $written } in “{ chat-name }” stays hidden ({ role }).{ case-said } It is not counted as a breach.
}
case-let-go = { $measure ->
    [read-only] The limit is lifted, the record of the breach is cancelled. We are sorry for the trouble.
    [warning] The warning in the chat “{ chat-name }” is lifted, the record of the breach is cancelled.
   *[hidden] The record of the message in the chat “{ chat-name }” is cancelled: nothing stands against { $reader ->
        [student] you
       *[other] you
    }.
}
case-objection-by = The objection is considered by { role }.

## The list

case-none = No cases wait for your decision. There is nothing to show of the last 30 days either.
case-list = { $count ->
    [0] No cases wait for your decision.
    [one] { $count } case waits for your decision:
   *[other] { $count } cases wait for your decision:
}{ $rest ->
    [some] { case-recent }
   *[none] {""}
}
case-recent = { "" }
    The last 30 days:
    { $lines }
case-line = – No. { $number }, { $date } { $time }, “{ chat-name }”: the bot saw { $reason } ({ $cited }); { $measure ->
    [read-only] read-only
    [warning] a warning
    [held] hidden until decided
   *[deleted] hidden
}{ $state ->
    [confirmed] , confirmed
    [cancelled] , cancelled
    [lapsed] , ended by itself and not counted
   *[open] {""}
}{ $appeal ->
    [open] ; the objection is being considered
    [cancelled] ; the objection was granted
    [confirmed] ; the objection was declined
   *[none] {""}
}
case-staff = – messages of the staff hidden in 7 days: { $count }
case-no-such = There is no case No. { $number } among those you may see. The list: /cases.

## Exclusion by the administration

button-case-exclude = Exclude from the chat
button-case-not-exclude = Do not exclude
button-case-out = Yes, exclude
case-exclusion = { $card }
    The rules of the chat allow the administration to exclude the author. It needs a reason and another way of informing the person. Exclude?
case-exclusion-over = There is nothing left to decide about an exclusion in case No. { $number }.
case-exclusion-reason = Case No. { $number }. Write the reason in one message: the person and the class teacher will see it.
case-exclusion-other-way = Case No. { $number }. How is this person informed of the class from now on? For example: “a note in the diary”, “a call of the class teacher”.
case-exclusion-preview = Case No. { $number }. Somebody is going to be excluded from the chat “{ chat-name }”.
    Reason: { $reason }
    Informed by: { $how }
    Exclude?
case-exclusion-none = Case No. { $number }: no exclusion. The other measures of the case stand.
case-too-long = This is too long. Please keep to { $most } characters.
case-done-excluded = Case No. { $number }: { $removed ->
    [yes] excluded from the chat
   *[no] the decision is recorded. The bot cannot remove people here: please do it by hand
}. The person and the class teacher are told.
case-excluded = { $reader ->
    [student] The school’s administration has decided to exclude you from the chat “{ chat-name }” ({ $cited }). Reason: { $reason } You will hear of the class this way: { $how } It is a measure of the chat and no punishment. If you disagree, tell your parents: they may turn to the school’s commission on disputes.
   *[other] The school’s administration has decided to exclude you from the chat “{ chat-name }” ({ $cited }). Reason: { $reason } You will be informed of the class this way: { $how } It is a measure of the chat, not a disciplinary sanction. If you disagree, you may turn to the school’s commission on disputes.
}
case-excluded-teacher = { $name }: excluded from the chat “{ chat-name }” by the administration (case No. { $number }). Reason: { $reason } Informed by: { $how }{ $removed ->
    [yes] {""}
   *[no] {" "}The bot cannot remove people here: please do it by hand.
}

## What the messenger did not let the bot take away

case-by-hand = Case No. { $number }: the bot could not delete the message of { $date } { $time } in the chat “{ chat-name }” – the messenger did not allow it (the author may be an administrator of the chat). I asked the author to remove it. Please check and delete the message by hand.
