import {
  type CreationOptional,
  DataTypes,
  type InferAttributes,
  type InferCreationAttributes,
  Model,
  type ModelStatic,
  type Sequelize,
} from 'sequelize';

/** A file of a lesson's homework, kept by the messenger it was sent in. It is removed, never deleted. */
export class HomeworkFile extends Model<
  InferAttributes<HomeworkFile>,
  InferCreationAttributes<HomeworkFile>
> {
  declare id: CreationOptional<number>;
  declare lessonId: number;
  declare kind: 'photo' | 'document';
  declare name: string;
  declare mime: string;
  declare size: CreationOptional<number | null>;
  declare messenger: string;
  declare fileId: string;
  declare authorId: number;
  declare state: CreationOptional<'active' | 'removed'>;
  declare createdAt: CreationOptional<Date>;
}

export function defineHomeworkFile(sequelize: Sequelize): ModelStatic<HomeworkFile> {
  return class extends HomeworkFile {}.init(
    {
      id: { type: DataTypes.INTEGER, autoIncrement: true, primaryKey: true },
      lessonId: {
        type: DataTypes.INTEGER,
        allowNull: false,
        references: { model: 'lesson', key: 'id' },
        comment: 'Lesson',
      },
      kind: { type: DataTypes.TEXT, allowNull: false, comment: 'Photo or document' },
      name: { type: DataTypes.TEXT, allowNull: false, comment: 'Name of the file' },
      mime: { type: DataTypes.TEXT, allowNull: false, comment: 'Media type' },
      size: { type: DataTypes.INTEGER, allowNull: true, comment: 'Bytes, if known' },
      messenger: { type: DataTypes.TEXT, allowNull: false, comment: 'Messenger that keeps it' },
      fileId: { type: DataTypes.TEXT, allowNull: false, comment: 'Its name in that messenger' },
      authorId: {
        type: DataTypes.INTEGER,
        allowNull: false,
        references: { model: 'person', key: 'id' },
        comment: 'Who sent it',
      },
      state: {
        type: DataTypes.TEXT,
        allowNull: false,
        defaultValue: 'active',
        comment: 'Removed files are shown to nobody',
      },
      createdAt: { type: DataTypes.DATE, allowNull: false, comment: 'When it was sent' },
    },
    {
      sequelize,
      modelName: 'HomeworkFile',
      tableName: 'homework_file',
      timestamps: true,
      updatedAt: false,
    },
  );
}
