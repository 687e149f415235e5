import {
  type CreationOptional,
  DataTypes,
  type InferAttributes,
  type InferCreationAttributes,
  Model,
  type ModelStatic,
  type Sequelize,
} from 'sequelize';

/** The correspondence of a child's family with the class teacher of one class. */
export class Thread extends Model<InferAttributes<Thread>, InferCreationAttributes<Thread>> {
  declare id: CreationOptional<number>;
  declare pupilId: number;
  declare classId: number;
  declare createdAt: Date;
}

export function defineThread(sequelize: Sequelize): ModelStatic<Thread> {
  return class extends Thread {}.init(
    {
      id: { type: DataTypes.INTEGER, autoIncrement: true, primaryKey: true },
      pupilId: {
        type: DataTypes.INTEGER,
        allowNull: false,
        references: { model: 'pupil', key: 'id' },
        comment: 'Pupil',
      },
      classId: {
        type: DataTypes.INTEGER,
        allowNull: false,
        references: { model: 'school_class', key: 'id' },
        comment: 'Class',
      },
      createdAt: { type: DataTypes.DATE, allowNull: false, comment: 'When it was begun' },
    },
    { sequelize, modelName: 'Thread', tableName: 'thread', timestamps: false },
  );
}
