import type { Texts } from '../ru.ts';
import { administrator } from './handbook/administrator.ts';
import { classTeacher } from './handbook/class-teacher.ts';
import { deputyHead } from './handbook/deputy-head.ts';
import { parent } from './handbook/parent.ts';
import { teacher } from './handbook/teacher.ts';

export const handbook: Texts['handbook'] = {
  teacher,
  class_teacher: classTeacher,
  parent,
  deputy_head: deputyHead,
  administrator,
};
