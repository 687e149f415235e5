import {
  type CreationOptional,
  DataTypes,
  type InferAttributes,
  type InferCreationAttributes,
  Model,
  type ModelStatic,
  type Sequelize,
} from 'sequelize';

/** What the control found in the journal. It is closed once it is mended, never deleted. */
export class Finding extends Model<InferAttributes<Finding>, InferCreationAttributes<Finding>> {
  declare id: CreationOptional<number>;
  declare key: string;
  declare rule: string;
  declare courseId: number;
  declare termId: number;
  declare teacherId: CreationOptional<number | null>;
  declare pupilId: CreationOptional<number | null>;
  declare date: CreationOptional<string | null>;
  declare number: CreationOptional<number | null>;
  declare amount: CreationOptional<number | null>;
  declare state: CreationOptional<'open' | 'closed'>;
  declare foundOn: string;
  declare closedOn: CreationOptional<string | null>;
}

export function defineFinding(sequelize: Sequelize): ModelStatic<Finding> {
  return class extends Finding {}.init(
    {
      id: { type: DataTypes.INTEGER, autoIncrement: true, primaryKey: true },
      key: {
        type: DataTypes.TEXT,
        allowNull: false,
        unique: true,
        comment: 'The same gap found again has the same key',
      },
      rule: { type: DataTypes.TEXT, allowNull: false, comment: 'Rule of the control' },
      courseId: {
        type: DataTypes.INTEGER,
        allowNull: false,
        references: { model: 'course', key: 'id' },
        comment: 'Course',
      },
      termId: {
        type: DataTypes.INTEGER,
        allowNull: false,
        references: { model: 'term', key: 'id' },
        comment: 'Term',
      },
      teacherId: {
        type: DataTypes.INTEGER,
        allowNull: true,
        references: { model: 'person', key: 'id' },
        comment: 'Whose it is to mend',
      },
      pupilId: {
        type: DataTypes.INTEGER,
        allowNull: true,
        references: { model: 'pupil', key: 'id' },
        comment: 'Pupil; empty means the whole course',
      },
      date: {
        type: DataTypes.DATEONLY,
        allowNull: true,
        comment: 'Day of the lesson; empty means the whole term',
      },
      number: { type: DataTypes.INTEGER, allowNull: true, comment: 'Lesson number' },
      amount: {
        type: DataTypes.INTEGER,
        allowNull: true,
        comment: 'How many marks, lessons, pupils, hours or days, as the rule counts',
      },
      state: {
        type: DataTypes.TEXT,
        allowNull: false,
        defaultValue: 'open',
        comment: 'Open, or closed as mended',
      },
      foundOn: { type: DataTypes.DATEONLY, allowNull: false, comment: 'Day it was found' },
      closedOn: {
        type: DataTypes.DATEONLY,
        allowNull: true,
        comment: 'Day it was seen to be mended',
      },
    },
    { sequelize, modelName: 'Finding', tableName: 'finding', timestamps: false },
  );
}
