import { describe, expect, test } from 'vitest'

import { recogniseOther } from '#app/lib/csv/sniff.ts'

describe('recogniseOther', () => {
  test.each([
    ['PK\x03\x04....[Content_Types].xml', 'This looks like an Excel workbook.'],
    ['PK\x03\x04....accounts.csv', 'This looks like a zip archive.'],
    ['\xd0\xcf\x11\xe0\xa1\xb1', 'This looks like an old Excel workbook.'],
    ['%PDF-1.7', 'This looks like a PDF.'],
    ['\x89PNG\r\n', 'This looks like a PNG picture.'],
    ['\x1f\x8b\x08', 'This looks like a gzip archive.'],
    ['<!DOCTYPE html><p>Sign in', 'This looks like a web page.'],
    ['\n <table><tr><td>Account', 'This looks like a web page.'],
    ['<?xml version="1.0"?>', 'This looks like XML.'],
    ['[\n {"id": 1}]', 'This looks like JSON.'],
    ['{"posts": []}', 'This looks like JSON.'],
    ['\x01\x02\x03\x04\x05\x06', 'This is not a text file.'],
  ])('%j', (content, begins) => {
    expect(recogniseOther(Buffer.from(content, 'latin1'))).toMatch(begins)
  })

  test.each([
    'id,name\n1,Acme',
    '[id],[name]\n',
    '"{""city"": 1}",2',
    'id,name\n1,A\0cme',
    '\xff\xfei\0d\0,\0',
  ])('%j may be a CSV', (content) => {
    expect(recogniseOther(Buffer.from(content, 'latin1'))).toBeNull()
  })
})
