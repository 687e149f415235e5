import {
  DataTypes,
  type InferAttributes,
  type InferCreationAttributes,
  Model,
  type ModelStatic,
  type Sequelize,
} from 'sequelize';

/** When a parent wants to hear of one thing about one child; what is absent is as by default. */
export class NoticeChoice extends Model<
  InferAttributes<NoticeChoice>,
  InferCreationAttributes<NoticeChoice>
> {
  declare personId: number;
  declare pupilId: number;
  declare topic: string;
  declare mode: string;
}

export function defineNoticeChoice(sequelize: Sequelize): ModelStatic<NoticeChoice> {
  return class extends NoticeChoice {}.init(
    {
      personId: {
        type: DataTypes.INTEGER,
        primaryKey: true,
        allowNull: false,
        references: { model: 'person', key: 'id' },
        comment: 'Parent',
      },
      pupilId: {
        type: DataTypes.INTEGER,
        primaryKey: true,
        allowNull: false,
        references: { model: 'pupil', key: 'id' },
        comment: 'Child',
      },
      topic: {
        type: DataTypes.TEXT,
        primaryKey: true,
        allowNull: false,
        comment: 'What it is about',
      },
      mode: {
        type: DataTypes.TEXT,
        allowNull: false,
        comment: 'At once, in the evening, once a week or never',
      },
    },
    { sequelize, modelName: 'NoticeChoice', tableName: 'notice_choice', timestamps: false },
  );
}
