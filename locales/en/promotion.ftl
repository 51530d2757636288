## /promote: all classes of the school a year on, in one step

help-promote = /promote – all classes a year on (5А → 6А): lists, chats and leavers in one step, shown first; promote order 45 of 25.08.2026; only some: 5А, 5Б приказ …; taken back within a day: undo
promotion-form = { $defect ->
    [order] Please give the number and date of an order that is issued already{ $cited }.
   *[form] I do not understand this: classes are parted by commas, then comes the order{ $cited }.
} For example: /promote приказ 45 от 25.08.2026 – the whole school; /promote 5А, 5Б приказ 45 от 25.08.2026 – only these classes.
promotion-impossible = { $why ->
    [taken] { $class } cannot become { $to }: there is a class { $to } that goes no further. Promote the whole school at once, or { $to } first.
   *[unknown] There is no class { $class } in the school's list.
}
promotion-nothing = There is nobody to promote: no class is in the school's list. The list: /roster.
promotion-before = These classes were promoted this school year already: { $date } at { $time }, order no. { $number } of { $ordered }.{ $back ->
    [yes] {" "}It can be taken back within a day: /promote undo.
   *[no] {""}
}
promotion-ends = Where do the pupils of grade { $grade } go ({ $classes })? If only some leave, please record that before: /movement. The others go on with their class.
promotion-preview = { $changed ->
    [yes] While you looked, the list or the chats have changed. It is like this now.
        {""}
   *[no] {""}
}Promotion by order no. { $number } of { $ordered }{ $cited }.
    Classes: { $classes }{ $pairs ->
        [none] {""}
       *[other] {" "}({ $pairs })
    }. Pupils: { $pupils }.
    Chats that go with them: { $moved }; I change their titles in the messenger where these name the class.
    Class teachers go with their classes: { $leaders }.{ $freed ->
        [0] {""}
       *[other] {" "}Left without a class: { $freed }.
    } Changes come afterwards: /movement.{ $out ->
        [none] {""}
       *[other] {""}
            Leaving: { $out }. Pupils who leave: { $leavers }, parents with no other child in the school: { $parents }. What the bot knows of them is deleted by { $until }. Chats that are no longer looked after: { $ended }, nobody is taken out of them.
    }{ $approved ->
        [yes] {""}
            The approved list of classes changes likewise. Please add the first classes yourself: /roster.
       *[no] {""}
    }
    New pupils come with the list: /roster. It can be taken back within a day: /promote undo.
promotion-done = Promoted are { $classes } classes, { $pupils } pupils, { $moved } chats.{ $leavers ->
    [0] {""}
   *[other] {" "}Left have pupils: { $leavers }, parents: { $parents }.
} It can be taken back within a day: /promote undo.
promotion-cancelled = All right, nothing changes.
promotion-notice = { $to ->
    [none] Your class { $from } has left the school. Thank you for your work with it!
   *[other] A new school year: your class is { $to } now (it was { $from }). Its list and chats went with it.
}
promotion-cut-off = Classes that have left: { $classes }. What you had planned for them alone is cancelled: { $count } (announcements, polls, meetings, appointments). If it is still needed, please plan it anew.
promotion-notice-back = The promotion of classes is taken back: your class is { $classes } again. Its list and chats are as before.
promotion-notice-returned = The promotion of classes is taken back: the message that you take part in the chats no longer does not hold, nothing is deleted. If new invites are needed, the class teacher gives them.
promotion-undo = Take back the promotion of { $date }, { $time } (order no. { $number } of { $ordered })? Classes, chats and the list become what they were. Whoever was changed since stays as they are. Messages that went out cannot be taken back, but whoever got one is told that it does not hold; leavers who are out of the school's chats have to be invited again, and what was cancelled for their classes planned again.
promotion-no-undo = There is nothing to take back: no classes were promoted within the last day.
promotion-undone = The promotion is taken back. Rows of people: { $people }, leavers who are back: { $returned }, chats: { $chats }.{ $changed ->
    [0] {""}
   *[other] {" "}Changed meanwhile and left as they are: { $changed }.
}
promotion-titles = Titles that the messenger would not change: { $count }. Please rename them yourself:
    { $chats }
promotion-chat = “{ chat-name }”
button-promotion-do = Promote
button-promotion-quiet = Without a word to leavers
button-promotion-cancel = Cancel
button-promotion-on = Into grade { $grade }
button-promotion-leave = They all leave
button-promotion-undo = Take it back
button-promotion-keep = Leave it
