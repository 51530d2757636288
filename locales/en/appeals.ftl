# Objections, what becomes of them, and how what was hidden by mistake is given back.

help-objection = /objection – object to a hidden message or a measure, and learn what was decided

button-wordless = No explanation
button-appeal-case = Case No. { $number }
button-return = Put it back
button-return-named = Put it back with my name
button-return-no = Leave it out

appeal-words = { $reader ->
    [student] Write in one message what you disagree with. You may also leave it unexplained.
   *[other] Please write in one message what you disagree with. You may also leave it unexplained.
}
appeal-accepted = { $reader ->
    [student] Your
   *[other] Your
} objection No. { $number } is accepted. It is decided by { $due } by: { $role }. { appeal-meanwhile }
appeal-accepted-commission = { $reader ->
    [student] Your objection No. { $number } is accepted. No adult is left in the school who has had no part in this case and could decide it. Tell your parents: they can turn to the school's dispute commission.
   *[other] Your objection No. { $number } is accepted. Nobody is left in the school who has had no part in this case and could decide it. Please turn to the school's dispute commission (article 45 of the law on education).
} { appeal-meanwhile }
appeal-meanwhile = { $meanwhile ->
    [read-only] Until then read-only mode goes on, but no longer than its term.
    [warning] Until then the warning stands.
    [kept] The message stays in the chat.
    [held] Until then the message stays hidden.
   *[deleted] Until then the message stays hidden.
}
appeal-waits = objection No. { $number } is decided by { $due } by: { $role }
appeal-with-commission = objection No. { $number } is accepted; the school's dispute commission can decide it
appeal-decided = objection No. { $number } was { $as ->
    [cancelled] granted
   *[confirmed] declined
} on { $date } at { $time }
appeal-not-needed = the record of the breach is cancelled already
appeal-none = no objection was made
appeal-said = About this case: { $standing }.
appeal-gone = This case is no longer there: there is nothing to object to.
appeal-too-late = One may object within 30 days; that time is over. { $reader ->
    [student] Tell your parents: they can turn to the school's dispute commission.
   *[other] You can turn to the school's dispute commission.
}
appeal-no-cases = { $reader ->
    [student] In the last 30 days the bot has hidden none of your messages and has not limited you: there is nothing to object to.
   *[other] In the last 30 days the bot has hidden none of your messages and has not limited you: there is nothing to object to.
}
appeal-case = Case No. { $number }: “{ chat-name }”, message of { $date } { $time } – { $state }.
appeal-choose = { $cases }
    { $open ->
        [0] There is nothing else to object to: the bot will send you the decisions.
       *[other] Which case do you object to?
    }
appeal-moot = Objection No. { $number } need not be decided any more: the record of the breach is cancelled.

case-leans = The record of case No. { $number } is cancelled, and the limit of case No. { $later } was set as a repeated breach. Please look at it again: /cases.

case-reversed = { $number ->
    [0] { case-reversed-as }
   *[other] Objection No. { $number } is granted. { case-reversed-as }
}{ $said ->
    [yes] { " " }Explanation: “{ $words }”.
   *[no] {""}
}
case-reversed-as = { $as ->
    [read-only] The limit is lifted and the record of the breach cancelled. We apologise for the inconvenience.
    [ended] The record of the breach is cancelled: the message in “{ chat-name }” of { $date } { $time } was hidden by mistake. The limit does not count. We apologise for the inconvenience.
    [warning] The warning is cancelled: the message in “{ chat-name }” of { $date } { $time } was hidden by mistake. We apologise for the inconvenience.
    [kept] The record of the breach is cancelled: there is no breach in the message in “{ chat-name }” of { $date } { $time }. We apologise for the inconvenience.
    [held] The check is over: there is no breach in the message in “{ chat-name }” of { $date } { $time }. We apologise for the inconvenience.
   *[deleted] The message in “{ chat-name }” of { $date } { $time } was hidden by mistake. We apologise for the inconvenience.
}
return-ask = { $reader ->
    [student] Put the message back into the chat? The bot publishes it itself, without your name – or with it, if you agree.
   *[other] Put the message back into the chat? The bot publishes it itself, without your name – or with it, if you agree.
}
return-again = { $reader ->
    [student] The bot cannot put this message back itself. If you like, send it once more: the bot will not hide these words again.
   *[other] The bot cannot put this message back itself. If you like, send it once more: the bot will not hide these words again.
}
return-done = The message is back in the chat { $named ->
    [named] { $reader ->
        [student] with your name
       *[other] with your name
    }
   *[back] without a name
}.
return-later = It is quiet hours in the chats now: the message appears on { $date } at { $time }.
return-none = All right, the message is left out. Its text is deleted.
return-over = There is nothing left to put back: the text of the message is no longer kept.
group-returned = { $named ->
    [yes] A participant's message ({ $who }) that was hidden by mistake: { $words }
   *[no] A participant's message that was hidden by mistake: { $words }
}

## Whoever decides

button-appeal-show = Show the fragment
button-appeal-grant = Grant
button-appeal-decline = Decline
button-appeal-party = I am in this conflict…
button-appeal-deciding = To decide the objection
button-appeal-not-yet = Not yet

appeal-card = Objection No. { $number } (case No. { $case }). To be decided by { $due }.
    Chat “{ chat-name }”, message of { $date } { $time }. { $author }
    { $source ->
        [bot] Hidden: the bot saw { $reason } ({ $cited }).
       *[person] By decision of the school's staff: { $reason } ({ $cited }).
    } { appeal-card-measure }
    { $said ->
        [yes] In the participant's words: “{ $words }”.
       *[no] The participant objects without an explanation.
    }
appeal-author = { $named ->
    [yes] Author: { $name }.
   *[no] Author: { $author ->
        [parent] a parent of a pupil
        [student] a pupil
        [unknown] somebody the school's list does not name
       *[staff] somebody of the staff
    }{ $placed ->
        [yes] , { $class }
       *[no] {""}
    }.
}
appeal-card-measure = { $measure ->
    [warning] A warning was given.
    [read-only] { $state ->
        [provisional] The bot provisionally set read-only mode until { $until }; somebody else confirms it.
        [confirmed] Read-only mode until { $until } is confirmed.
       *[lapsed] Read-only mode has ended and does not count.
    }
    [held] The message is held to be looked at, there is no measure.
   *[deleted] There is no measure.
}
appeal-why = Objection No. { $number }. What is the hidden text to be shown for? The reason is written down; the author will see who opened it and why.
appeal-evidence = Objection No. { $number }. { $part ->
    [whole] The whole hidden message
   *[fragment] A fragment of the hidden message
}: “{ $words }”.{ $attachments ->
    [0] {""}
    [one] { " " }It came with { $attachments } attachment, which the bot does not keep.
   *[other] { " " }It came with { $attachments } attachments, which the bot does not keep.
}
appeal-evidence-gone = The hidden text is no longer kept: its time is over.
appeal-grant = Objection No. { $number } will be granted: the measure is lifted, the record of the breach cancelled, the author is offered to have the message back. Write an explanation for the author in one message – or leave it unexplained.
appeal-decline = Objection No. { $number } will be declined. Write the reason in one message: whoever objected will see it.
appeal-not-yet = All right. Objection No. { $number } waits for your decision: the buttons under the card work.
appeal-done-granted = Objection No. { $number } is granted. The author of the message has been told.
appeal-done-declined = Objection No. { $number } is declined. Whoever objected has been told.
appeal-declined = Objection No. { $number } is declined ({ $role }). Reason: “{ $words }”. { $measure ->
    [provisional] The limit itself is decided by somebody else; undecided it ends on { $until } and does not count.{ " " }
    [runs] The limit is in force until { $until }.{ " " }
   *[none] {""}
}{ $reader ->
    [student] If you disagree, tell your parents: they can turn to the school's dispute commission.
   *[other] If you disagree, you can turn to the school's dispute commission (article 45 of the law on education).
}
appeal-aside = { $on ->
    [yes] Thank you for saying so. Somebody else decides objection No. { $number }.
   *[no] Thank you for saying so. Nobody is left in the school to decide objection No. { $number }: the participant was shown the way to the dispute commission.
}
appeal-passed = The objection is decided by: { $role }.
appeal-commission = Nobody in the school can decide objection No. { $number }: everybody who could has had a part in this case. { $reader ->
    [student] Tell your parents: they can turn to the school's dispute commission.
   *[other] Please turn to the school's dispute commission (article 45 of the law on education).
}
appeal-not-yours = Objection No. { $number } is not yours to decide: it is for somebody who had no part in the case and has not decided about it before.
appeal-decided-before = Objection No. { $number } has been { $as ->
    [cancelled] granted
   *[confirmed] declined
} already, on { $date } at { $time }.
appeal-snack-before = Decided already.
appeal-nobody = Objection No. { $number } cannot be handed to anybody: nobody who may decide it is linked to the bot. The bot tries again on the next working day.
appeal-late = Objection No. { $number } is not decided yet. { $stage ->
    [due] Its last day is today, { $due }.
   *[over] Its last day was { $due }.
}
appeal-over = Objection No. { $number } was not decided in time, we apologise. The deputy director and the administrator have been reminded. { $reader ->
    [student] Your parents can also turn to the school's dispute commission.
   *[other] You can also turn to the school's dispute commission.
}
