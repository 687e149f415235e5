import type { Migration } from './migration.ts';

export const up: Migration = async ({ run, types: { id, instant, flag, no } }) => {
  await run(`CREATE TABLE academic_year (
    id ${id},
    name TEXT NOT NULL UNIQUE,
    starts_on DATE NOT NULL,
    ends_on DATE NOT NULL,
    state TEXT NOT NULL DEFAULT 'open' CHECK (state IN ('open', 'closed')),
    CHECK (starts_on < ends_on))`);
  await run(`CREATE TABLE term (
    id ${id},
    academic_year_id INTEGER NOT NULL REFERENCES academic_year (id),
    kind TEXT NOT NULL CHECK (kind IN ('quarter', 'trimester', 'half_year')),
    number INTEGER NOT NULL,
    starts_on DATE NOT NULL,
    ends_on DATE NOT NULL,
    min_grade INTEGER NOT NULL DEFAULT 1,
    max_grade INTEGER NOT NULL DEFAULT 11,
    state TEXT NOT NULL DEFAULT 'open' CHECK (state IN ('open', 'closed')),
    CHECK (starts_on <= ends_on),
    UNIQUE (academic_year_id, kind, number))`);
  await run(`CREATE TABLE day_off (
    id ${id},
    academic_year_id INTEGER NOT NULL REFERENCES academic_year (id),
    starts_on DATE NOT NULL,
    ends_on DATE NOT NULL,
    name TEXT NOT NULL,
    grade INTEGER,
    CHECK (starts_on <= ends_on))`);
  await run('CREATE INDEX day_off_by_year ON day_off (academic_year_id, starts_on)');
  await run(`CREATE TABLE bell (
    id ${id},
    number INTEGER NOT NULL UNIQUE,
    starts_at TEXT NOT NULL,
    ends_at TEXT NOT NULL)`);
  await run(`CREATE TABLE subject (
    id ${id},
    name TEXT NOT NULL UNIQUE,
    short_name TEXT)`);
  await run(`CREATE TABLE person (
    id ${id},
    key TEXT UNIQUE,
    last_name TEXT NOT NULL,
    first_name TEXT NOT NULL,
    middle_name TEXT,
    name_key TEXT NOT NULL,
    phone TEXT,
    language TEXT CHECK (language IN ('ru', 'en')),
    state TEXT NOT NULL DEFAULT 'active' CHECK (state IN ('active', 'inactive')),
    created_at ${instant} NOT NULL,
    updated_at ${instant} NOT NULL)`);
  await run('CREATE INDEX person_by_name ON person (name_key)');
  await run(`CREATE TABLE role (
    id ${id},
    person_id INTEGER NOT NULL REFERENCES person (id),
    role TEXT NOT NULL CHECK (role IN ('teacher', 'deputy_head', 'administrator')),
    UNIQUE (person_id, role))`);
  await run(`CREATE TABLE school_class (
    id ${id},
    academic_year_id INTEGER NOT NULL REFERENCES academic_year (id),
    grade INTEGER NOT NULL CHECK (grade BETWEEN 1 AND 11),
    letter TEXT NOT NULL,
    class_teacher_id INTEGER REFERENCES person (id),
    UNIQUE (academic_year_id, grade, letter))`);
  await run('CREATE INDEX school_class_by_teacher ON school_class (class_teacher_id)');
  await run(`CREATE TABLE pupil (
    id ${id},
    key TEXT UNIQUE,
    last_name TEXT NOT NULL,
    first_name TEXT NOT NULL,
    middle_name TEXT,
    name_key TEXT NOT NULL,
    born_on DATE,
    created_at ${instant} NOT NULL,
    updated_at ${instant} NOT NULL)`);
  await run('CREATE INDEX pupil_by_name ON pupil (name_key)');
  await run(`CREATE TABLE enrolment (
    id ${id},
    pupil_id INTEGER NOT NULL REFERENCES pupil (id),
    class_id INTEGER NOT NULL REFERENCES school_class (id),
    number INTEGER NOT NULL,
    starts_on DATE NOT NULL,
    ends_on DATE,
    UNIQUE (pupil_id, class_id, starts_on))`);
  await run('CREATE INDEX enrolment_by_class ON enrolment (class_id)');
  await run(`CREATE TABLE guardianship (
    id ${id},
    person_id INTEGER NOT NULL REFERENCES person (id),
    pupil_id INTEGER NOT NULL REFERENCES pupil (id),
    relation TEXT,
    state TEXT NOT NULL DEFAULT 'active' CHECK (state IN ('active', 'cut')),
    consent_version TEXT,
    consent_at ${instant},
    created_at ${instant} NOT NULL,
    UNIQUE (person_id, pupil_id))`);
  await run('CREATE INDEX guardianship_by_pupil ON guardianship (pupil_id)');
  await run(`CREATE TABLE course (
    id ${id},
    class_id INTEGER NOT NULL REFERENCES school_class (id),
    subject_id INTEGER NOT NULL REFERENCES subject (id),
    group_name TEXT NOT NULL DEFAULT '',
    teacher_id INTEGER REFERENCES person (id),
    mark_free ${flag} NOT NULL DEFAULT ${no},
    UNIQUE (class_id, subject_id, group_name))`);
  await run('CREATE INDEX course_by_teacher ON course (teacher_id)');
  await run(`CREATE TABLE course_pupil (
    id ${id},
    course_id INTEGER NOT NULL REFERENCES course (id),
    pupil_id INTEGER NOT NULL REFERENCES pupil (id),
    UNIQUE (course_id, pupil_id))`);
  await run('CREATE INDEX course_pupil_by_pupil ON course_pupil (pupil_id)');
  await run(`CREATE TABLE timetable_slot (
    id ${id},
    course_id INTEGER NOT NULL REFERENCES course (id),
    weekday INTEGER NOT NULL CHECK (weekday BETWEEN 1 AND 7),
    number INTEGER NOT NULL,
    room TEXT,
    starts_on DATE NOT NULL,
    ends_on DATE,
    UNIQUE (course_id, weekday, number, starts_on))`);
  await run(`CREATE TABLE substitution (
    id ${id},
    course_id INTEGER NOT NULL REFERENCES course (id),
    date DATE NOT NULL,
    number INTEGER NOT NULL,
    teacher_id INTEGER NOT NULL REFERENCES person (id),
    UNIQUE (course_id, date, number))`);
  await run('CREATE INDEX substitution_by_teacher ON substitution (teacher_id, date)');
};

export const down: Migration = async ({ run }) => {
  for (const table of [
    'substitution',
    'timetable_slot',
    'course_pupil',
    'course',
    'guardianship',
    'enrolment',
    'pupil',
    'school_class',
    'role',
    'person',
    'subject',
    'bell',
    'day_off',
    'term',
    'academic_year',
  ]) {
    await run(`DROP TABLE ${table}`);
  }
};
