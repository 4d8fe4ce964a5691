/** The system's dialogs. Only main opens them, so that the page never learns a path. */
import { dialog } from 'electron'
import type { OpenDialogOptions, SaveDialogOptions } from 'electron'
import type { PathChoice } from '../share/shell'
import type { DialogContext } from './desktop-shell'

/** Gives the absolute path under which a person wants a file to be saved; null when the dialog was cancelled. */
export async function chooseSavePlace(name: string, { window, texts }: DialogContext): Promise<string | null> {
  const options: SaveDialogOptions = {
    title: texts.saveRequests,
    defaultPath: name,
    filters: [{ name: texts.requests, extensions: [name.split('.').at(-1) ?? ''] }],
    properties: ['createDirectory', 'showOverwriteConfirmation'],
  }
  const { canceled, filePath } =
    window === undefined ? await dialog.showSaveDialog(options) : await dialog.showSaveDialog(window, options)
  return canceled || filePath === '' ? null : filePath
}

/** Gives the absolute paths that a person chose; none when the dialog was cancelled. */
export async function choosePaths(choice: PathChoice, { window, texts }: DialogContext): Promise<readonly string[]> {
  const options: OpenDialogOptions = {
    title: choice === 'folder' ? texts.chooseFolder : texts.chooseFiles,
    buttonLabel: texts.share,
    properties: [choice === 'folder' ? 'openDirectory' : 'openFile', 'multiSelections'],
  }
  const { canceled, filePaths } =
    window === undefined ? await dialog.showOpenDialog(options) : await dialog.showOpenDialog(window, options)
  return canceled ? [] : filePaths
}
