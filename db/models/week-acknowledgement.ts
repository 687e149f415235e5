import {
  type CreationOptional,
  DataTypes,
  type InferAttributes,
  type InferCreationAttributes,
  Model,
  type ModelStatic,
  type Sequelize,
} from 'sequelize';

/**
 * That a parent has taken note of a child's week: «Ознакомлен(а)» under the weekly summary, once for
 * each parent, child and week.
 */
export class WeekAcknowledgement extends Model<
  InferAttributes<WeekAcknowledgement>,
  InferCreationAttributes<WeekAcknowledgement>
> {
  declare id: CreationOptional<number>;
  declare personId: number;
  declare pupilId: number;
  /** The week, by its Monday ('YYYY-MM-DD'). */
  declare monday: string;
  declare at: Date;
}

export function defineWeekAcknowledgement(sequelize: Sequelize): ModelStatic<WeekAcknowledgement> {
  return class extends WeekAcknowledgement {}.init(
    {
      id: { type: DataTypes.INTEGER, autoIncrement: true, primaryKey: true },
      personId: {
        type: DataTypes.INTEGER,
        allowNull: false,
        references: { model: 'person', key: 'id' },
        comment: 'Parent',
      },
      pupilId: {
        type: DataTypes.INTEGER,
        allowNull: false,
        references: { model: 'pupil', key: 'id' },
        comment: 'Child',
      },
      monday: { type: DataTypes.DATEONLY, allowNull: false, comment: 'The week, by its Monday' },
      at: { type: DataTypes.DATE, allowNull: false, comment: 'When' },
    },
    {
      sequelize,
      modelName: 'WeekAcknowledgement',
      tableName: 'week_acknowledgement',
      timestamps: false,
    },
  );
}
