import type { Language } from '../deps.ts';

const ru = {
  brand: 'Журнал',
  demo: 'Учебная школа: все имена и отметки вымышлены.',
  loginTitle: 'Вход в журнал',
  login: 'Логин',
  password: 'Пароль',
  enter: 'Войти',
  wrong: 'Логин или пароль не подходят. После пяти ошибок вход закрывается на 15 минут.',
  logoutTitle: 'Выход',
  logoutAsk: 'Закончить работу в журнале?',
  logout: 'Выйти',
  back: 'Вернуться',
  setupTitle: 'Первый администратор',
  setupIntro: 'Назовите себя и придумайте логин и пароль. Эта ссылка сработает один раз.',
  passwordTitle: 'Логин и пароль',
  passwordIntro: 'Придумайте логин и пароль для входа. Эта ссылка сработает один раз.',
  lastName: 'Фамилия',
  firstName: 'Имя',
  middleName: 'Отчество, если есть',
  passwordLong: 'Пароль, не короче 12 знаков',
  passwordAgain: 'Пароль ещё раз',
  save: 'Сохранить и войти',
  nameMissing: 'Укажите фамилию и имя.',
  loginShape: 'Логин: от 3 до 64 знаков без пробелов.',
  loginTaken: 'Такой логин уже есть. Придумайте другой.',
  passwordShort: 'Пароль: от 12 до 200 знаков.',
  passwordsDiffer: 'Пароли не совпадают.',
  wrongOrigin: (origin: string) =>
    `Журнал открыт не по своему адресу. Откройте ${origin}/admin или задайте PUBLIC_URL.`,
  codeIntro: 'Введите код из чата. Ссылка действует две минуты и срабатывает один раз.',
  code: 'Код из чата',
  codeWrong: 'Код не подходит. После трёх ошибок ссылка перестаёт действовать.',
  chatLinkDead:
    'Ссылка не действует: она уже сработала или устарела. Новую даёт команда /panel в чате.',
  byPassword: 'Войти по паролю',
  factorTitle: 'Вход с подтверждением',
  factorIntro: 'Введите код из приложения-аутентификатора или один из запасных кодов.',
  factorCode: 'Код',
  factorWrong: 'Код не подходит. После пяти ошибок коды не принимаются 15 минут.',
  factorAbout:
    'При каждом входе журнал будет спрашивать ещё и код из приложения-аутентификатора на телефоне.',
  factorStart: 'Подключить приложение',
  factorScan: 'Отсканируйте картинку приложением или введите ключ под ней, затем введите код.',
  factorOn: 'Включить',
  factorRecovery:
    'Включено. Сохраните запасные коды: каждый сработает один раз, если телефона нет под рукой. Больше они не покажутся.',
  factorInUse: 'Вход с подтверждением включён. Чтобы выключить, введите код.',
  factorOff: 'Выключить',
  factorLink: 'Вход с подтверждением',
  others: 'Завершить остальные сеансы',
  linkDead: 'Ссылка не действует: она уже сработала или устарела. Попросите новую.',
};

export type PageTexts = typeof ru;

const en: PageTexts = {
  brand: 'Zhurnal',
  demo: 'A made-up school: all names and marks are invented.',
  loginTitle: 'Log in to the journal',
  login: 'Login',
  password: 'Password',
  enter: 'Log in',
  wrong: 'This login and password do not fit. After five mistakes the door closes for 15 minutes.',
  logoutTitle: 'Log out',
  logoutAsk: 'Finish working in the journal?',
  logout: 'Log out',
  back: 'Go back',
  setupTitle: 'The first administrator',
  setupIntro: 'Give your name and choose a login and a password. This link works once.',
  passwordTitle: 'Login and password',
  passwordIntro: 'Choose a login and a password. This link works once.',
  lastName: 'Last name',
  firstName: 'First name',
  middleName: 'Middle name, if any',
  passwordLong: 'Password, at least 12 characters',
  passwordAgain: 'Password again',
  save: 'Save and log in',
  nameMissing: 'Give a last name and a first name.',
  loginShape: 'Login: 3 to 64 characters without spaces.',
  loginTaken: 'This login is taken. Choose another.',
  passwordShort: 'Password: 12 to 200 characters.',
  passwordsDiffer: 'The passwords differ.',
  wrongOrigin: (origin: string) =>
    `The journal was opened at another address. Open ${origin}/admin or set PUBLIC_URL.`,
  codeIntro: 'Type the code from the chat. The link is good for two minutes and works once.',
  code: 'Code from the chat',
  codeWrong: 'This code does not fit. After three mistakes the link is dead.',
  chatLinkDead:
    'This link is dead: it was used or is too old. The command /panel in the chat gives a new one.',
  byPassword: 'Log in by password',
  factorTitle: 'Login in two steps',
  factorIntro: 'Type the code of your authenticator or one of the recovery codes.',
  factorCode: 'Code',
  factorWrong: 'This code does not fit. After five mistakes no code works for 15 minutes.',
  factorAbout:
    'At each login the journal will ask for a code of the authenticator on your phone too.',
  factorStart: 'Connect an authenticator',
  factorScan:
    'Scan the picture with the authenticator or type the key below it, then type the code.',
  factorOn: 'Turn on',
  factorRecovery:
    'It is on. Keep the recovery codes: each works once when the phone is not at hand. They will not be shown again.',
  factorInUse: 'Login in two steps is on. To turn it off, type a code.',
  factorOff: 'Turn off',
  factorLink: 'Login in two steps',
  others: 'End the other sessions',
  linkDead: 'This link is dead: it was used or is too old. Ask for a new one.',
};

/** The words of the pages around the panel. */
export function pageTexts(language: Language): PageTexts {
  return { ru, en }[language];
}
