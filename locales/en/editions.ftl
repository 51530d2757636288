## Asking to read the regulation

button-acknowledge = I have read it
edition-please-read = { $reader ->
    [student] The school has rules of talking on the platform: /rules. The whole regulation: /regulation. Read it until { $until } and press the button. If something is unclear, ask your class teacher.
   *[other] Please read the school's regulation of talking on the platform: /regulation. The main points: /rules. Please confirm it until { $until }.
}
