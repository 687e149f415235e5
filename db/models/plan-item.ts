import {
  type CreationOptional,
  DataTypes,
  type InferAttributes,
  type InferCreationAttributes,
  Model,
  type ModelStatic,
  type Sequelize,
} from 'sequelize';

/** How a line of a plan leaves its place: given with the one before, not given, put elsewhere. */
export type PlanCorrection = 'merged' | 'cut' | 'moved';

/** A line of the calendar-thematic plan of a course. */
export class PlanItem extends Model<InferAttributes<PlanItem>, InferCreationAttributes<PlanItem>> {
  declare id: CreationOptional<number>;
  declare courseId: number;
  declare number: number;
  declare section: CreationOptional<string | null>;
  declare topic: string;
  declare hours: CreationOptional<number>;
  declare controlWorks: CreationOptional<number>;
  declare practicalWorks: CreationOptional<number>;
  declare homework: CreationOptional<string | null>;
  declare plannedOn: CreationOptional<string | null>;
  declare correction: CreationOptional<PlanCorrection | null>;
  declare correctionReason: CreationOptional<string | null>;
}

export function definePlanItem(sequelize: Sequelize): ModelStatic<PlanItem> {
  return class extends PlanItem {}.init(
    {
      id: { type: DataTypes.INTEGER, autoIncrement: true, primaryKey: true },
      courseId: {
        type: DataTypes.INTEGER,
        allowNull: false,
        references: { model: 'course', key: 'id' },
        comment: 'Course',
      },
      number: { type: DataTypes.INTEGER, allowNull: false, comment: 'Line number' },
      section: { type: DataTypes.TEXT, allowNull: true, comment: 'Section; empty means as above' },
      topic: { type: DataTypes.TEXT, allowNull: false, comment: 'Topic' },
      hours: { type: DataTypes.INTEGER, allowNull: false, defaultValue: 1, comment: 'Hours' },
      controlWorks: {
        type: DataTypes.INTEGER,
        allowNull: false,
        defaultValue: 0,
        comment: 'Control works',
      },
      practicalWorks: {
        type: DataTypes.INTEGER,
        allowNull: false,
        defaultValue: 0,
        comment: 'Practical works',
      },
      homework: { type: DataTypes.TEXT, allowNull: true, comment: 'Homework' },
      plannedOn: { type: DataTypes.DATEONLY, allowNull: true, comment: 'Planned day' },
      correction: {
        type: DataTypes.TEXT,
        allowNull: true,
        comment: 'merged: given with the line before; cut: not given; moved: was elsewhere',
      },
      correctionReason: { type: DataTypes.TEXT, allowNull: true, comment: 'Why it was corrected' },
    },
    { sequelize, modelName: 'PlanItem', tableName: 'plan_item', timestamps: false },
  );
}
