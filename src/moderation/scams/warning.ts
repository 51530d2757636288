/** Whoever warns of deceit says so. Written by hand for this project. */
const WARNS =
  /(?<!\p{L})(?:осторожн|остерегайтесь|берегитесь|будьте бдительн|мошенни|мошенник|фишинг|развод(?:ка|ят|илы)?(?!\p{L})|обманщик|это обман|не (?:открывайте|открывай|переходите|переходи|ведитесь|верьте|нажимайте|вводите)|предупрежда(?:ем|ю|ет|ют)|рассылают|взломали (?:мо[йю]|страницу|аккаунт))/iu;

/** Whether the text warns of it, rather than being it. */
export const warns = (text: string): boolean => WARNS.test(text.replaceAll('ё', 'е'));
