# What somebody may not do, may only ask for, or does after a second look.

# Both are given, each language takes its own.
rights-to-person = { $dative ->
   *[other] { $name }
}
rights-to-role = { $role ->
    [director] the director
    [deputy] the deputy director
    [class-teacher] the class teacher
    [teacher] the teacher
    [parent] a parent
   *[administrator] the platform administrator
}
rights-to-him = them
rights-or = { $first } or { $next }
rights-comma = { $first }, { $next }
rights-doing = { $permission ->
    [link-account] introduce oneself by a personal code
    [read-regulation] read the regulation
    [read-own-record] see one's own record
    [own-data] dispose of these data
    [ask-for-help] send requests
    [complain] report messages
    [object] object to a measure
    [hide-own-photo] ask for a picture to be removed
    [report-hacked] report a hacked account
    [register-chat] register such a chat
    [observe-chat] switch observing in such a chat
    [school-structure] make classes on the platform
    [record-basis] record the ground for chats of pupils
    [invite-staff] invite staff
    [invite-student] invite pupils
    [invite-parent] invite parents
    [approve-join] accept requests to join
    [annul-invite] annul invites
    [confirm-role] confirm the role “teacher”
    [appoint-administrator] appoint the platform administrator
    [appoint-additional] appoint an additional administrator
    [attach-class-teacher] attach class teachers to classes
    [move-people] enter movements
    [import-roster] load the school's roster
    [export-roster] export the school's roster
    [view-people] look people up in the school's roster
    [settle-person] change what is known of people
    [see-restriction] see this mark
    [remove-content] hide messages
    [warn] warn members
    [restrict] restrict members
    [exclude] exclude members
    [decide-appeal] decide objections
    [freeze-account] freeze accounts
    [pause-posts] pause automatic posts
    [publish-school] write to the school's channel
    [publish-employees] write to the staff's channel
    [publish-mass] write to all classes at once
    [publish-class] write announcements for a class
    [publish-subject] write announcements on a subject
    [publish-urgent] send urgent announcements
    [decide-publication] decide about a publication
    [poll] hold polls
    [meet-staff] call working meetings
    [meet-council] call the teachers' council
    [meet-school-parents] call a parents' meeting of the school
    [meet-class-parents] call a parents' meeting of the class
    [meet-lesson] plan lessons and consultations
    [meet-event] plan events
    [meet-talk] plan talks
    [figures-school] see the school's figures
    [figures-class] see the class's figures
    [names-behind-figures] see who has not joined or not acknowledged
    [see-case] see the circumstances of a case
    [see-case-status] see how a case was decided
    [read-journal] read the journal
    [enact-edition] enact an edition of the regulation
    [settings] change the settings
    [move-old-chat] move old chats
   *[other] do this
}
rights-role = I cannot do this: { $who } may { $doing } ({ $cited }). Please ask { $to }.
rights-nobody = I cannot do this: it is not foreseen here to { $doing } ({ $cited }). Please ask the school's administration.
rights-class = You may { $permission ->
    [invite-parent] invite parents
    [invite-student] invite pupils
    [view-people] look people up
    [settle-person] change what is known of people
    [move-people] report movements of pupils
    [approve-join] recommend requests to join
    [publish-class] write announcements
    [publish-urgent] send urgent announcements
    [meet-class-parents] call parents' meetings
    [figures-class] see figures
    [names-behind-figures] see who has not joined or not acknowledged
   *[other] do this
} only for your own class ({ $own }). For { $class } please ask its class teacher { $teacher }
rights-class-unknown = You may do this only for your own class ({ $own }; { $cited }). For { $class }, please ask the platform administrator.
rights-elsewhere = { $why ->
    [subject] This is another teacher's subject: you may { $doing } only for your own ({ $cited }).
    [issued] You may { $doing } only where you began it yourself ({ $cited }).
    [own] Here you may act only for yourself and your children ({ $cited }).
   *[chat] You may { $doing } only in a chat of your own ({ $cited }).
} Please ask { $to }.
rights-unconfirmed = Staff with the confirmed role “teacher” will be able to invite ({ $cited }). I have told the administrator.
rights-party = You are a party to this dispute, so somebody else will decide. Please hand the case to { $to }.
rights-student-invite = A classmate is invited by a teacher or the class teacher, by an invite link ({ $cited }). Please ask { $to } for it.
rights-student-invite-offer = A classmate is invited by a teacher or the class teacher, by an invite link ({ $cited }). Shall I pass your request on to { $to }?
rights-broadcast = The whole school is written to by the platform administrator at the request of the administration{ $asking ->
    [teachers] { " " }and of teachers
   *[administration] { "" }
} ({ $cited }). Please ask the platform administrator.
rights-broadcast-offer = The whole school is written to by the platform administrator at the request of the administration{ $asking ->
    [teachers] { " " }and of teachers
   *[administration] { "" }
} ({ $cited }). Shall I send your text to the administrator for publication?
rights-request = You may ask for this: { $who } may { $doing }. Please ask { $to }.
rights-request-offer = You may ask for this: { $who } may { $doing }. Shall I pass your request on to { $to }?
rights-confirm = A confirmation is needed. { $who } decides.
rights-confirm-oneself = To { $doing }, please confirm once more.
rights-unregulated = The regulation does not settle this. Shall I pass it on to the school's administration?
rights-outsider = This chat is closed: only the school's staff, its pupils and their parents take part ({ $cited }). If you are a parent, ask the class teacher for your personal link.
defect-permission-ground = a ground is a citation key or a clause with its bullet, for instance 3.3-j
