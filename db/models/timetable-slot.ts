import {
  type CreationOptional,
  DataTypes,
  type InferAttributes,
  type InferCreationAttributes,
  Model,
  type ModelStatic,
  type Sequelize,
} from 'sequelize';

/** A weekly lesson of a course. */
export class TimetableSlot extends Model<
  InferAttributes<TimetableSlot>,
  InferCreationAttributes<TimetableSlot>
> {
  declare id: CreationOptional<number>;
  declare courseId: number;
  declare weekday: number;
  declare number: number;
  declare room: CreationOptional<string | null>;
  declare startsOn: string;
  declare endsOn: CreationOptional<string | null>;
}

export function defineTimetableSlot(sequelize: Sequelize): ModelStatic<TimetableSlot> {
  return class extends TimetableSlot {}.init(
    {
      id: { type: DataTypes.INTEGER, autoIncrement: true, primaryKey: true },
      courseId: {
        type: DataTypes.INTEGER,
        allowNull: false,
        references: { model: 'course', key: 'id' },
        comment: 'Course',
      },
      weekday: {
        type: DataTypes.INTEGER,
        allowNull: false,
        comment: 'Day of the week, 1 is Monday',
      },
      number: { type: DataTypes.INTEGER, allowNull: false, comment: 'Lesson number' },
      room: { type: DataTypes.TEXT, allowNull: true, comment: 'Room' },
      startsOn: { type: DataTypes.DATEONLY, allowNull: false, comment: 'In force from' },
      endsOn: {
        type: DataTypes.DATEONLY,
        allowNull: true,
        comment: 'In force until; empty means on',
      },
    },
    { sequelize, modelName: 'TimetableSlot', tableName: 'timetable_slot', timestamps: false },
  );
}
