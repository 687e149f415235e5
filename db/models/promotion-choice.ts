import {
  type CreationOptional,
  DataTypes,
  type InferAttributes,
  type InferCreationAttributes,
  Model,
  type ModelStatic,
  type Sequelize,
} from 'sequelize';
import type { Fate } from '../rules/promotion.ts';

/** What becomes of a pupil at the end of the year, where it isn't what becomes of the class. */
export class PromotionChoice extends Model<
  InferAttributes<PromotionChoice>,
  InferCreationAttributes<PromotionChoice>
> {
  declare id: CreationOptional<number>;
  declare classId: number;
  declare pupilId: number;
  declare fate: Fate;
}

export function definePromotionChoice(sequelize: Sequelize): ModelStatic<PromotionChoice> {
  return class extends PromotionChoice {}.init(
    {
      id: { type: DataTypes.INTEGER, autoIncrement: true, primaryKey: true },
      classId: {
        type: DataTypes.INTEGER,
        allowNull: false,
        references: { model: 'school_class', key: 'id' },
        comment: 'Class of the year that ends',
      },
      pupilId: {
        type: DataTypes.INTEGER,
        allowNull: false,
        references: { model: 'pupil', key: 'id' },
        comment: 'Pupil',
      },
      fate: { type: DataTypes.TEXT, allowNull: false, comment: 'Moves up, repeats or leaves' },
    },
    { sequelize, modelName: 'PromotionChoice', tableName: 'promotion_choice', timestamps: false },
  );
}
