import {
  type CreationOptional,
  DataTypes,
  type InferAttributes,
  type InferCreationAttributes,
  Model,
  type ModelStatic,
  type Sequelize,
} from 'sequelize';

/** A lesson that doesn't take place where the timetable has it: cancelled, or moved elsewhere. */
export class TimetableChange extends Model<
  InferAttributes<TimetableChange>,
  InferCreationAttributes<TimetableChange>
> {
  declare id: CreationOptional<number>;
  declare courseId: number;
  declare date: string;
  declare number: number;
  declare kind: 'cancelled' | 'moved';
  declare toDate: CreationOptional<string | null>;
  declare toNumber: CreationOptional<number | null>;
  declare reason: CreationOptional<string | null>;
}

export function defineTimetableChange(sequelize: Sequelize): ModelStatic<TimetableChange> {
  // The schema says the same; said here, the panel can show which field it is.
  function needsPlace(this: TimetableChange, value: unknown): void {
    if (this.kind === 'moved' && value === null) {
      throw new Error('a moved lesson has a new place');
    }
  }
  return class extends TimetableChange {}.init(
    {
      id: { type: DataTypes.INTEGER, autoIncrement: true, primaryKey: true },
      courseId: {
        type: DataTypes.INTEGER,
        allowNull: false,
        references: { model: 'course', key: 'id' },
        comment: 'Course',
      },
      date: { type: DataTypes.DATEONLY, allowNull: false, comment: 'Day by the timetable' },
      number: {
        type: DataTypes.INTEGER,
        allowNull: false,
        comment: 'Lesson number by the timetable',
      },
      kind: { type: DataTypes.TEXT, allowNull: false, comment: 'Cancelled or moved' },
      toDate: {
        type: DataTypes.DATEONLY,
        allowNull: true,
        comment: 'Day it is moved to',
        validate: { needsPlace },
      },
      toNumber: {
        type: DataTypes.INTEGER,
        allowNull: true,
        comment: 'Lesson number it is moved to',
        validate: { needsPlace },
      },
      reason: { type: DataTypes.TEXT, allowNull: true, comment: 'Why' },
    },
    { sequelize, modelName: 'TimetableChange', tableName: 'timetable_change', timestamps: false },
  );
}
