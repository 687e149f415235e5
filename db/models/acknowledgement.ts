import {
  type CreationOptional,
  DataTypes,
  type InferAttributes,
  type InferCreationAttributes,
  Model,
  type ModelStatic,
  type Sequelize,
} from 'sequelize';

/** That a parent has taken note of a behaviour note. */
export class Acknowledgement extends Model<
  InferAttributes<Acknowledgement>,
  InferCreationAttributes<Acknowledgement>
> {
  declare id: CreationOptional<number>;
  declare noteId: number;
  declare personId: number;
  declare at: Date;
}

export function defineAcknowledgement(sequelize: Sequelize): ModelStatic<Acknowledgement> {
  return class extends Acknowledgement {}.init(
    {
      id: { type: DataTypes.INTEGER, autoIncrement: true, primaryKey: true },
      noteId: {
        type: DataTypes.INTEGER,
        allowNull: false,
        references: { model: 'behaviour_note', key: 'id' },
        comment: 'Behaviour note',
      },
      personId: {
        type: DataTypes.INTEGER,
        allowNull: false,
        references: { model: 'person', key: 'id' },
        comment: 'Parent',
      },
      at: { type: DataTypes.DATE, allowNull: false, comment: 'When' },
    },
    { sequelize, modelName: 'Acknowledgement', tableName: 'acknowledgement', timestamps: false },
  );
}
