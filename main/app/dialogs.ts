/** The system's dialogs. Only main opens them, so that the page never learns a path. */
import { dialog } from 'electron'
import type { OpenDialogOptions } from 'electron'
import type { PathChoice } from '../share/shell'
import type { DialogContext } from './desktop-shell'

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
