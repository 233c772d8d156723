import { ATTRIBUTE_TYPES, type AttributeType } from '#db/constants.ts'

/** Types of custom attributes as people read them. */
export const TYPE_WORDS: Readonly<Record<AttributeType, string>> = {
  text: 'Text',
  number: 'Number',
  boolean: 'Yes or no',
  date: 'Date',
  choice: 'Choice',
}

/** Types to choose from. */
export const TYPE_OPTIONS = ATTRIBUTE_TYPES.map((type) => ({
  value: type,
  label: TYPE_WORDS[type],
}))
