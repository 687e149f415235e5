import {
  type CreationOptional,
  DataTypes,
  type InferAttributes,
  type InferCreationAttributes,
  Model,
  type ModelStatic,
  type Sequelize,
} from 'sequelize';
import type { ViewSide } from '../rules/views.ts';

/** That somebody looked at a screen about one child on a day: the first time, and how often. */
export class ViewEvent extends Model<
  InferAttributes<ViewEvent>,
  InferCreationAttributes<ViewEvent>
> {
  declare id: CreationOptional<number>;
  declare personId: number;
  declare pupilId: number;
  declare side: ViewSide;
  declare screen: string;
  declare date: string;
  declare firstAt: Date;
  declare lastAt: Date;
  declare count: CreationOptional<number>;
}

export function defineViewEvent(sequelize: Sequelize): ModelStatic<ViewEvent> {
  return class extends ViewEvent {}.init(
    {
      id: { type: DataTypes.INTEGER, autoIncrement: true, primaryKey: true },
      personId: {
        type: DataTypes.INTEGER,
        allowNull: false,
        references: { model: 'person', key: 'id' },
        comment: 'Who looked',
      },
      pupilId: {
        type: DataTypes.INTEGER,
        allowNull: false,
        references: { model: 'pupil', key: 'id' },
        comment: 'At which child',
      },
      side: { type: DataTypes.TEXT, allowNull: false, comment: 'As a parent or for the school' },
      screen: { type: DataTypes.TEXT, allowNull: false, comment: 'What was shown' },
      date: { type: DataTypes.DATEONLY, allowNull: false, comment: 'The school’s day' },
      firstAt: { type: DataTypes.DATE, allowNull: false, comment: 'First time on that day' },
      lastAt: { type: DataTypes.DATE, allowNull: false, comment: 'Last time on that day' },
      count: {
        type: DataTypes.INTEGER,
        allowNull: false,
        defaultValue: 1,
        comment: 'How often on that day',
      },
    },
    { sequelize, modelName: 'ViewEvent', tableName: 'view_event', timestamps: false },
  );
}
