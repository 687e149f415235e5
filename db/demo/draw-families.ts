import { CAST, type Family, STAGE } from './content/cast.ts';
import { BOYS, FATHERS, GIRLS, MOTHERS, SURNAMES } from './content/names.ts';
import { CLASSES } from './content/staff.ts';
import { patronymicOf, type Sex, surnameOf } from './names.ts';
import type { Random } from './random.ts';

const SIBLING = 0.3;
const WITH_MOTHER = 0.95;
const WITH_FATHER = 0.75;
const OTHER_SURNAME = 0.2;
// Far more than the namesakes a surname can have before its first names run out.
const DRAWS = 200;

/** Seats left by class. */
type Seats = Map<string, number>;

/** The cast and as many drawn families as the classes have seats for. No two pupils are namesakes. */
export function drawFamilies(random: Random): Family[] {
  const seats: Seats = new Map(CLASSES.map(({ name, size }) => [name, size]));
  const taken = new Set<string>();
  for (const { surname, children } of CAST) {
    for (const child of children) {
      takeSeat(seats, child.class);
      taken.add(`${surnameOf(surname, child.sex)} ${child.firstName}`);
    }
  }
  const families: Family[] = [...CAST];
  for (const { name } of CLASSES) {
    while ((seats.get(name) ?? 0) > 0) {
      families.push(drawFamily(random, name, seats, taken));
    }
  }
  return families;
}

function drawFamily(random: Random, className: string, seats: Seats, taken: Set<string>): Family {
  const classes = [className];
  takeSeat(seats, className);
  const others = [...seats].filter(
    ([name, left]) => left > 0 && gradeOf(name) !== gradeOf(className),
  );
  if (others.length > 0 && random.chance(SIBLING)) {
    const [sibling] = random.pick(others);
    takeSeat(seats, sibling);
    classes.push(sibling);
  }
  const surname = drawSurname(random, classes);
  const children = classes.map((name) => {
    const sex: Sex = random.chance(0.5) ? 'male' : 'female';
    return {
      firstName: drawFirstName(random, surnameOf(surname, sex), sex, taken),
      sex,
      class: name,
    };
  });
  const mother = random.chance(WITH_MOTHER) ? drawMother(random) : null;
  const withFather = mother === null || random.chance(WITH_FATHER);
  return {
    surname,
    mother,
    father: withFather ? { name: drawAdult(random, 'male') } : null,
    children,
  };
}

/** Common surnames come often; what the hints say of the stage's class stays true. */
function drawSurname(random: Random, classes: readonly string[]): string {
  const reserved = classes.includes(STAGE.class) ? CAST.map(({ surname }) => surname) : [];
  const free = SURNAMES.filter((surname) => !reserved.includes(surname));
  return free[Math.floor(random.next() ** 1.5 * free.length)] ?? random.pick(free);
}

function drawFirstName(random: Random, lastName: string, sex: Sex, taken: Set<string>): string {
  for (let draw = 0; draw < DRAWS; draw += 1) {
    const firstName = random.pick(sex === 'male' ? BOYS : GIRLS);
    const name = `${lastName} ${firstName}`;
    if (!taken.has(name)) {
      taken.add(name);
      return firstName;
    }
  }
  throw new Error(`too many children are called ${lastName}`);
}

function drawMother(random: Random): Family['mother'] {
  const name = drawAdult(random, 'female');
  return random.chance(OTHER_SURNAME) ? { name, surname: random.pick(SURNAMES) } : { name };
}

function drawAdult(random: Random, sex: Sex): string {
  const firstName = random.pick(sex === 'male' ? FATHERS : MOTHERS);
  return `${firstName} ${patronymicOf(random.pick(FATHERS), sex)}`;
}

function gradeOf(className: string): number {
  return Number.parseInt(className, 10);
}

function takeSeat(seats: Seats, className: string): void {
  seats.set(className, (seats.get(className) ?? 0) - 1);
}
