# Polls by buttons.

help-poll = /poll parents 5A until tomorrow: Who comes to the museum? Yes; No – a poll by buttons; before the colon also: multiple, open
poll-form = { $defect }
    How to write: /poll parents 5A until tomorrow: Who comes to the museum? Yes; No; Maybe
poll-defect = { $what ->
    [question] I see no question: put a colon after the recipients and write the question.
    [answers] At least two answers are needed, with semicolons.
    [many] No more than eight answers.
   *[long] A question has up to 300 letters, an answer up to 36: else it does not fit a button.
}
poll-long = A poll is open for no longer than 30 days.
poll-no-chat = { $audience }: no chat is registered.
poll-many-chats = One poll goes to no more than { $most } chats. Please name classes.
poll-answer = – { $words }
poll-shown = { $question }
    { $answers }

    Where: { $rooms }. Open until { $date } { $time }. { $multiple ->
    [yes] Several answers may be chosen.
   *[no] One answer is chosen.
    } { $anonymous ->
    [yes] Nobody sees who answered what.
   *[no] Its author sees the names; those who answer will know of it.
    }
poll-preview = { $poll }{ $later } Publish?
poll-later = { " " }{ $why ->
    [quiet] It is quiet hours now
   *[pause] Automatic messages are paused
}, so the poll goes out { $date } at { $time }.
poll-waits = { $why ->
    [quiet] It is quiet hours now.
   *[pause] Automatic messages are paused.
} Poll No. { $number } goes out { $date } at { $time }.
poll-late = The poll can only go out { $date } at { $time }, and no time would be left to answer. Please name a later deadline.
poll-no-right = Poll No. { $number } did not go out: you may not hold polls in these chats any more.
poll-nowhere = The chat of this poll is no longer registered. The poll is not published.
poll-pass = Polls in the chats of a class are held by its class teacher. Pass the poll on to { $to }?
poll-pass-preview = { $poll }

    { $words }
poll-one-class = A poll in several classes at once is held by the administration. Name one class, and I pass the poll on to its teacher.
poll-passed = Poll No. { $number } was passed on: { $to }
poll-nobody-decides = There is nobody to pass the poll on to: the class teacher is not linked to the bot. Please ask in person.
poll-card = Poll No. { $number } is proposed by { $role } { $name }.

    { $poll }
poll-request-done = { $waits ->
    [yes] Poll No. { $number } is approved, it goes out in the morning or after the pause.
   *[no] Poll No. { $number } is published. I send the result when it ends.
}
poll-returned = Poll No. { $number } was returned with a remark: { $remark }
    Send the corrected poll by a new command /poll.
poll-returned-done = Poll No. { $number } was returned to its author.
poll-published = Poll No. { $number } is published. I send the result when it ends. To take it back: /poll withdraw { $number }.
poll-withdrawn = Poll No. { $number } is withdrawn, its answers are destroyed.
poll-unknown = There is no such poll among yours.
poll-void = The poll is withdrawn: { $question }
poll-count = – { $words }: { $count }
poll-post = Poll. { $question }
    { $answers }
    { $state ->
    [open] { $multiple ->
        [yes] Several answers may be chosen.
       *[no] Choose one answer, you can change it.
    } { $anonymous ->
        [yes] The answers are anonymous.
       *[no] Whoever asks will see the names.
    } Until { $date } { $time }. Answered: { $voters }.
   *[closed] The poll is over. Answered: { $voters }.
    }
button-poll = { $words }
poll-voted = Your answer: { $words }
poll-unvoted = Taken back: { $words }
poll-over = The poll is over
poll-not-yours = This poll is addressed to others
poll-closed = The result of the poll: { $question }
poll-result = The result of poll No. { $number }: { $question } A picture and a table are enclosed.
poll-picture = Poll result { $number }
poll-foot = Answered: { $voters }
