import { shelfName } from "./names";
import type { Sealed } from "./seal";

const table = "kept";

/** The one place on a device where a list is kept: one list, whoever's it is. */
export async function putOnShelf(sealed: Sealed): Promise<void> {
  await onShelf("readwrite", (store) => {
    store.clear();
    store.put(sealed);
  });
}

export async function takeFromShelf(): Promise<Sealed | null> {
  let found: IDBRequest<Sealed[]> | null = null;
  await onShelf("readonly", (store) => {
    found = store.getAll() as IDBRequest<Sealed[]>;
  });
  return (found as IDBRequest<Sealed[]> | null)?.result[0] ?? null;
}

async function onShelf(mode: IDBTransactionMode, work: (store: IDBObjectStore) => void): Promise<void> {
  const shelf = await open();
  try {
    await new Promise<void>((resolve, reject) => {
      const transaction = shelf.transaction(table, mode);
      transaction.oncomplete = () => resolve();
      transaction.onabort = () => reject(transaction.error);
      work(transaction.objectStore(table));
    });
  } finally {
    shelf.close();
  }
}

function open(): Promise<IDBDatabase> {
  return new Promise((resolve, reject) => {
    const opening = indexedDB.open(shelfName, 1);
    opening.onupgradeneeded = () => void opening.result.createObjectStore(table, { keyPath: "id" });
    opening.onerror = () => reject(opening.error);
    opening.onsuccess = () => {
      // Whoever erases it waits for nobody.
      opening.result.onversionchange = () => opening.result.close();
      resolve(opening.result);
    };
  });
}
