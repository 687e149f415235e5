import { administrator } from './handbook/administrator.ts';
import { classTeacher } from './handbook/class-teacher.ts';
import { deputyHead } from './handbook/deputy-head.ts';
import { parent } from './handbook/parent.ts';
import { teacher } from './handbook/teacher.ts';

/** The short handbook of each role, topic by topic. Plain text. */
export const handbook = {
  teacher,
  class_teacher: classTeacher,
  parent,
  deputy_head: deputyHead,
  administrator,
};
