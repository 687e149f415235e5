import {
  DataTypes,
  type InferAttributes,
  type InferCreationAttributes,
  Model,
  type ModelStatic,
  type Sequelize,
} from 'sequelize';

/** Hours in which parents' messages ring at the class teacher's; outside them they come silently. */
export class ClassHours extends Model<
  InferAttributes<ClassHours>,
  InferCreationAttributes<ClassHours>
> {
  declare classId: number;
  declare fromHour: number;
  declare toHour: number;
}

export function defineClassHours(sequelize: Sequelize): ModelStatic<ClassHours> {
  return class extends ClassHours {}.init(
    {
      classId: {
        type: DataTypes.INTEGER,
        primaryKey: true,
        allowNull: false,
        references: { model: 'school_class', key: 'id' },
        comment: 'Class',
      },
      fromHour: { type: DataTypes.INTEGER, allowNull: false, comment: 'First hour, school time' },
      toHour: { type: DataTypes.INTEGER, allowNull: false, comment: 'Hour at which they end' },
    },
    { sequelize, modelName: 'ClassHours', tableName: 'class_hours', timestamps: false },
  );
}
