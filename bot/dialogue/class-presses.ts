import { press } from './press.ts';

/** The tabs of a class card. */
export const TABS = ['today', 'list', 'signals', 'moves'] as const;
export type Tab = (typeof TABS)[number];

export const tabPress = (classId: number, tab: Tab, page = 0) => press('cls1', classId, tab, page);

export const classPupilPress = (classId: number, pupilId: number) =>
  press('clspupil1', classId, pupilId);

export const whereToPress = (classId: number, pupilId: number) =>
  press('clswhere1', classId, pupilId);

export const askMovePress = (classId: number, pupilId: number, toClassId: number) =>
  press('clsmove1', classId, pupilId, toClassId);

export const askLeavePress = (classId: number, pupilId: number) =>
  press('clsleave1', classId, pupilId);

export const askArrivalPress = (classId: number) => press('clsarrive1', classId);

/** Writes the movement that waits in the chat; `draft` tells which card of it was tapped. */
export const confirmPress = (draft: number, pupilId: number | null) =>
  press('clsyes1', draft, pupilId ?? 0);

export const dropPress = (classId: number) => press('clsno1', classId);
