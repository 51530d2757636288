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
appeal-accepted = Your objection No. { $number } is accepted. It is decided by { $due } by: { $role }. { appeal-meanwhile }
appeal-accepted-commission = Your objection No. { $number } is accepted. Nobody is left in the school who has had no part in this case and could decide it. Please turn to the school's dispute commission (article 45 of the law on education). { appeal-meanwhile }
appeal-meanwhile = { $meanwhile ->
    [read-only] Until then read-only mode goes on, but no longer than its term.
    [warning] Until then the warning stands.
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
appeal-too-late = One may object within 30 days; that time is over. You can turn to the school's dispute commission.
appeal-no-cases = In the last 30 days the bot has hidden none of your messages and has not limited you: there is nothing to object to.
appeal-case = Case No. { $number }: “{ chat-name }”, message of { $date } { $time } – { $state }.
appeal-choose = { $cases }
    { $open ->
        [0] There is nothing else to object to: the bot will send you the decisions.
       *[other] Which case do you object to?
    }
appeal-moot = Objection No. { $number } need not be decided any more: the record of the breach is cancelled.

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
    [held] The check is over: there is no breach in the message in “{ chat-name }” of { $date } { $time }. We apologise for the inconvenience.
   *[hidden] The message in “{ chat-name }” of { $date } { $time } was hidden by mistake. We apologise for the inconvenience.
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
    [named] with your name
   *[back] without a name
}.
return-later = It is quiet hours in the chats now: the message appears on { $date } at { $time }.
return-none = All right, the message is left out. Its text is deleted.
return-over = There is nothing left to put back: the text of the message is no longer kept.
